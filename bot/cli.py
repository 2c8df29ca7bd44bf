"""The command line: `referent COMMAND`. Exit 0 when it worked, 2 for wrong use, 1 for a failure; errors on stderr."""

from __future__ import annotations

import sys

import typer

from bot.commands import (
    asking,
    chatting,
    documents,
    feeding,
    initiatives,
    items,
    meetings,
    packaging,
    people,
    promises,
    reminding,
    serving,
    sittings,
)
from bot.commands.opening import Misuse
from bot.config import CannotListen, SettingsError
from bot.teams_package import PackageError
from store.errors import StoreError

app = typer.Typer(
    name="referent",
    help="The colleague who remembers what was decided.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("serve")(serving.serve)
app.command("demo")(serving.demo)
app.command("ingest")(feeding.ingest)
app.command("ask")(asking.ask)
app.command("chat")(chatting.chat)
app.command("initiatives")(initiatives.initiatives)
app.command("meetings")(meetings.meetings)
app.command("items")(items.items)
app.command("agenda")(sittings.agenda)
app.command("minutes")(sittings.minutes)
app.command("followups")(promises.followups)
app.add_typer(people.app, name="people")
app.add_typer(documents.app, name="documents")
app.command("remind")(reminding.remind)
app.command("subscriptions")(reminding.subscriptions)
app.command("package")(packaging.package)
app.command("doctor")(packaging.doctor)
app.command("backup")(packaging.backup)


def main() -> None:
    """Run the command line; whatever goes wrong is one sentence on stderr."""
    try:
        app()
    except Misuse as error:
        _say(error)
        sys.exit(2)
    except (StoreError, SettingsError, CannotListen, PackageError) as error:
        _say(error)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`referent … | head`): nothing is left to say to it.
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _say(error: Exception) -> None:
    typer.echo(f"referent: {error}", err=True)
