"""`referent serve` and `referent demo`: the service, on the municipality's store or on sample data."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated

import typer

from bot.commands.opening import DEMO, database_url, sqlite_url
from bot.config import Settings, read_settings
from bot.logs import configure
from store.calendar import local

Port = Annotated[int | None, typer.Option(help="The port to listen on; REFERENT_PORT otherwise.")]

NEXT_STEPS = """
Referent is ready on http://{host}:{port} with sample data from Ravnsø Kommune:
{documents} documents and {meetings} coming meetings.

  Ask in the terminal      make chat          (try: hvad blev besluttet om salgsprovenuet?)
  Ask once                 .venv/bin/referent ask "What was decided on the KMD proceeds?"
  Try it as the secretary  type /som Cille in make chat
  Agenda items on the way  .venv/bin/referent items --demo --as Cille
  Follow-ups               .venv/bin/referent followups --demo --as Cille
  A channel's Monday       .venv/bin/referent remind --demo --dry-run --at {monday}
  In a Teams-like client   npx @microsoft/m365agentsplayground@0.2.28 start \\
                             -e http://{host}:{port}/api/messages -c msteams
                           (README.md says how to switch person there)

Stop it with Ctrl+C.
"""


def serve(port: Port = None) -> None:
    """Run the service for Teams. REFERENT_* settings say how; `referent doctor` says what is missing."""
    url, _ = database_url(reading=False)
    settings = _settings(port, database_url=url)
    configure(settings.log_level)
    from bot.wiring import build  # see bot.world: only the service pays for its imports

    build(settings).run()


def demo(port: Port = None) -> None:
    """Run the service with sample data, for trying it on this machine: nobody's identity is checked."""
    settings = _settings(port, database_url=sqlite_url(DEMO), demo=True, local=True, host="127.0.0.1", inbox=None)
    configure(settings.log_level)
    from bot.demo import furnish
    from bot.wiring import build  # as above

    app = build(settings)
    documents, meetings = furnish(app.world)

    def ready() -> None:
        today = local(app.world.clock()).date()
        monday = datetime.combine(today + timedelta(days=7 - today.weekday()), time(8))
        counts = {"documents": documents, "meetings": meetings, "monday": f"{monday:%Y-%m-%dT%H:%M}"}
        typer.echo(NEXT_STEPS.format(host=settings.host, port=settings.port, **counts))

    app.run(ready)


def _settings(port: int | None, **overrides: object) -> Settings:
    return read_settings(**overrides) if port is None else read_settings(**overrides, port=port)
