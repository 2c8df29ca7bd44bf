"""Agendas and minutes as files: which edition a subject may have, in which form."""

from __future__ import annotations

from dataclasses import replace

from store.errors import NotFound
from store.minutes.entries import entries
from store.minutes.paper import House, Paper, agenda_paper, minutes_paper
from store.minutes.records import Edition, Entry, MeetingMinutes
from store.minutes.sittings import Sitting
from store.minutes.views import agenda_of, attendance_of, decided_of, is_inside, locked_of


def agenda_file(held: Sitting, edition: Edition, suffix: str, house: House) -> tuple[str, bytes]:
    """Name and bytes. Raises NotFound for what is not published, or not the subject's to read."""
    _entitled(held, edition, published=held.row is not None and held.row.published_at is not None)
    agenda = agenda_of(held, entries=_entries(held, edition))
    if not agenda.entries:
        raise NotFound("no agenda yet")
    return _made(agenda_paper(agenda, edition, house), suffix)


def minutes_file(held: Sitting, edition: Edition, suffix: str, house: House) -> tuple[str, bytes]:
    """Name and bytes. Raises NotFound; drafts are for those of the body."""
    row = held.row
    _entitled(held, edition, published=row is not None and row.final_at is not None)
    if row is None or row.minutes == "none":
        raise NotFound("no minutes yet")
    minutes = whole_minutes(held, edition)
    if row.minutes != "final" and not is_inside(held):
        # While final minutes are corrected, others have the last final ones.
        before = locked_of(held)
        if before is None:
            raise NotFound("no minutes yet")
        minutes = replace(before, agenda=replace(minutes.agenda, minutes="final"))
    return _made(minutes_paper(minutes, edition, house), suffix)


def whole_minutes(held: Sitting, edition: Edition) -> MeetingMinutes:
    """The minutes with what the edition is made of."""
    assert held.row is not None
    return MeetingMinutes(
        agenda_of(held, entries=_entries(held, edition)),
        attendance_of(held),
        decided_of(held),
        edition=held.row.edition,
        correction=held.row.correction,
    )


def _entitled(held: Sitting, edition: Edition, *, published: bool) -> None:
    inside = is_inside(held)
    if not held.reading.subject.employee or held.reading.subject.person is None:
        raise NotFound("no such document")
    if (edition == "full" or not published) and not inside:
        raise NotFound("no such document")


def _entries(held: Sitting, edition: Edition) -> tuple[Entry, ...]:
    """The open edition is the same whoever asks for it: the paper takes of closed items what is open of them. The
    full one holds what its reader may see: who is kept out of an item does not get it."""
    return entries(held, whole_of_it=True) if edition == "open" else entries(held)


def _made(paper: Paper, suffix: str) -> tuple[str, bytes]:
    # Typesetters load when something is printed: every command would wait for them.
    if suffix == "docx":
        from store.minutes.docx import docx_of as form
    elif suffix == "pdf":
        from store.minutes.pdf import pdf_of as form
    else:
        raise NotFound("no such form")
    return f"{paper.file_name}.{suffix}", form(paper)
