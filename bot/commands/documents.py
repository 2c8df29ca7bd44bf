"""`referent documents`: what is stored, and closing, opening and removing it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot.commands.opening import open_store
from store.records import Access, DocumentRecord

app = typer.Typer(help="Stored documents; close, open or remove one.", invoke_without_command=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="The document's id, as listed.")]
Number = Annotated[str | None, typer.Option("--item", metavar="N", help="One item of it, by its number.")]


@app.callback()
def documents(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False
) -> None:
    """List the stored documents, newest first."""
    if context.invoked_subcommand is not None:
        return
    with open_store() as world:
        records = world.library.documents(None)
    if as_json:
        typer.echo(json.dumps([_row(record) for record in records], ensure_ascii=False, indent=2))
        return
    for record in records:
        closed = f", {record.closed_items} closed" if record.closed_items else ""
        typer.echo(
            f"{record.id}  {record.date or '          '}  {record.access:6}  {record.body or '-'}: {record.title}"
            f" ({record.items} items{closed})"
        )


@app.command("close")
def close(document: Id, item: Number = None) -> None:
    """Close a document, or one item of it: at once, everywhere, in messages already sent too."""
    _set(document, item, "closed")


@app.command("open")
def open_(document: Id, item: Number = None) -> None:
    """Open a document, or one item of it, for every employee."""
    _set(document, item, "open")


@app.command("remove")
def remove(document: Id) -> None:
    """Remove a document with its text; messages that showed it are edited."""
    with open_store(reading=False) as world:
        world.library.remove_document(document, None)
    typer.echo(f"{document}: removed")


def _set(document: str, item: str | None, access: Access) -> None:
    with open_store(reading=False) as world:
        if item is None:
            world.library.set_document_access(document, access, None)
        else:
            world.library.set_item_access(world.library.item_of(document, item, None), access, None)
    typer.echo(f"{document}{f' item {item}' if item else ''}: {access}")


def _row(record: DocumentRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "path": record.path,
        "body": record.body,
        "date": record.date.isoformat() if record.date else None,
        "access": record.access,
        "items": record.items,
        "closed_items": record.closed_items,
        "state": record.state,
        "stored_at": record.stored_at.isoformat(),
    }
