"""`referent ingest`: files and folders into the store."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer
from rich.progress import track

from bot.commands.opening import Misuse, open_store, watched
from store.inbox import SUFFIXES
from store.records import IngestReport


class Choice(StrEnum):
    """What holds for what a document leaves unmarked; `closed` closes everything."""

    open = "open"
    closed = "closed"


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders: PDF, DOCX, TXT, HTML.")],
    access: Annotated[
        Choice, typer.Option(help="For what a document leaves unmarked; closed closes all.")
    ] = Choice.open,
    body: Annotated[str | None, typer.Option(metavar="NAME", help="The body, where a document names none.")] = None,
    source_url: Annotated[str | None, typer.Option(metavar="URL", help="Where people can read it (one file).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Into the sample data.")] = False,
) -> None:
    """Read minutes and other documents into the store. A file that cannot be read is refused, and the next goes on."""
    files = list(_files(paths))
    if source_url is not None:
        if urlsplit(source_url).scheme != "https":
            raise Misuse("--source-url begins with https://")
        if len(files) != 1:
            raise Misuse("--source-url goes with one file")
    reports: list[IngestReport] = []
    with open_store(demo=demo, reading=False) as world:
        seen: Iterable[Path] = files
        if len(files) > 1 and watched() and not as_json:
            seen = track(files, description="Reading", transient=True)
        reports.extend(
            world.intake.ingest(path, name=str(path), access=access.value, body=body, source_url=source_url)
            for path in seen
        )
    if as_json:
        typer.echo(json.dumps([row(report) for report in reports], ensure_ascii=False, indent=2))
    else:
        for report in reports:
            typer.echo(_told(report))
        typer.echo(_sum(reports, access))
    if reports and all(report.status == "refused" for report in reports):
        raise typer.Exit(1)


def row(report: IngestReport) -> dict[str, Any]:
    """A document's report in the shape that scripts rely on."""
    return {
        "path": report.path,
        "status": report.status,
        "reason": report.reason,
        "document": report.document,
        "items": report.items,
        "closed_items": report.closed_items,
        "decisions": report.decisions,
        "recommendations": report.recommendations,
        "attachments": report.attachments,
        "passages": report.passages,
        "initiatives": report.initiatives,
        "milestones": report.milestones,
        "responsibilities": report.responsibilities,
        "warnings": list(report.warnings),
    }


def _files(paths: list[Path]) -> Iterable[Path]:
    """The files meant, folders in order of name; other kinds in folders are passed over, said on stderr."""
    for path in paths:
        if path.is_dir():
            found = (one for one in sorted(path.rglob("*")) if one.is_file())
            for one in found:
                if any(part.startswith(".") for part in one.relative_to(path).parts):
                    continue
                if one.suffix.lower() in SUFFIXES:
                    yield one
                else:
                    typer.echo(f"referent: {one} is passed over: no PDF, DOCX, TXT or HTML", err=True)
        elif path.exists():
            yield path
        else:
            raise Misuse(f"{path} does not exist")


def _told(report: IngestReport) -> str:
    if report.reason is not None:
        place = f" (page {report.reason['page']})" if report.reason.get("page") else ""
        return f"✗ {report.path}: {report.reason['message']}{place} [{report.reason['code']}]"
    document = report.document or {}
    what = " · ".join(str(document[key]) for key in ("body", "date", "kind") if document.get(key))
    counts = f"{report.items} items ({report.closed_items} closed), {report.decisions} decisions"
    if report.initiatives:
        counts += f", {report.initiatives} initiatives with {report.milestones} milestones"
    codes = sorted({str(warning["code"]) for warning in report.warnings})
    note = f"; {', '.join(codes)}" if codes else ""
    return (
        f"✓ {report.path}: {report.status} as {document.get('id')} · {what}: {counts}, {report.passages} passages{note}"
    )


def _sum(reports: list[IngestReport], access: Choice) -> str:
    refused = sum(report.status == "refused" for report in reports)
    rule = "closed: everything" if access is Choice.closed else "open, unless a document marks it closed"
    return f"{len(reports) - refused} of {len(reports)} documents are in the store; what they leave unmarked is {rule}."
