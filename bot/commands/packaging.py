"""`referent package`, `doctor` and `backup`: the Teams package, what is wrong with an installation, a safe copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.opening import database_url, open_store
from bot.config import read_settings
from bot.doctor import examine
from bot.teams_package import SAMPLE_APP_ID, PackageFields, build
from store.backup import backup as copy_store

SAMPLE = PackageFields()


def package(
    out: Annotated[Path, typer.Option(help="The zip to write.")],
    developer: Annotated[str, typer.Option(help="Who offers the app, at most 32 characters.")] = SAMPLE.developer,
    website: Annotated[str, typer.Option(help="https address of the app's page.")] = SAMPLE.website,
    privacy: Annotated[str, typer.Option(help="https address of the privacy statement.")] = SAMPLE.privacy,
    terms: Annotated[str, typer.Option(help="https address of the terms of use.")] = SAMPLE.terms,
) -> None:
    """Build the Teams package from manifest/ and REFERENT_APP_ID."""
    app_id = read_settings().app_id
    if not app_id:
        typer.echo(
            "REFERENT_APP_ID is not set: the package carries a sample id and cannot be installed in Teams.", err=True
        )
    fields = PackageFields(app_id or SAMPLE_APP_ID, developer, website, privacy, terms)
    typer.echo(str(build(out, fields)))


def doctor() -> None:
    """Say what is wrong with this installation, and how to mend it. Exit 1 when something is."""
    url, demo = database_url()
    complaints = examine(read_settings(database_url=url), demo=demo)
    for complaint in complaints:
        typer.echo(f"✗ {complaint.what}\n  {complaint.mend}")
    if demo:
        typer.echo("Only the sample data were looked at: `referent serve` would use a store of its own.")
    if not complaints:
        typer.echo("✓ Nothing is wrong.")
    if any(complaint.serious for complaint in complaints):
        raise typer.Exit(1)


def backup(out: Annotated[Path, typer.Argument(help="The file to write; it must not exist.")]) -> None:
    """Copy a SQLite store while the service runs. (PostgreSQL has pg_dump.)"""
    with open_store() as store:
        typer.echo(str(copy_store(store.database, out)))
