"""Agendas and minutes as files, made anew by the rights of whoever asks, when they ask; and as facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cards import agendaforms as form
from cards import agendaphrases as ap
from cards import missing, verbs
from cards.agendatold import Line, body_of, day_of, headed
from cards.texts import texts
from dialogs.clicks import gone, word
from dialogs.replies import Room, say
from dialogs.secretaryviews import in_talk, meant, of
from dialogs.turn import GivenFile, Outcome
from dialogs.understanding.agendasaid import edition_in, suffix_in
from dialogs.understanding.understand import Understanding
from store.errors import NotFound
from store.minutes.records import Edition, MeetingAgenda
from store.records import DocumentRef, Fact

COMMANDS = frozenset({"agenda_files"})
HANDLED = frozenset({verbs.AGENDA_FILES, verbs.PAPER, verbs.PAPER_DECLINED})


def command(room: Room, read: Understanding) -> Outcome:
    """ "Dagsordenen som Word": the file, or the choice of files where the form is not said."""
    if room.scene.subject.audience != "personal":
        return say(room, missing.plain(ap.AGENDA_FILES_PRIVATELY, room.frame))
    found = meant(room, read)
    if found is None:
        return say(room, missing.plain(ap.AGENDA_NO_BODY, room.frame))
    if isinstance(found, Outcome):
        return found
    text = read.typed or read.text
    suffix, edition = suffix_in(text), edition_in(text)
    if not suffix:
        return choice(room, found)
    return given(room, "agenda", found.meeting.key, edition, suffix)


def choice(room: Room, agenda: MeetingAgenda) -> Outcome:
    """Which documents there are for the person."""
    if not agenda.entries:
        t = texts(room.lang)
        values = {"body": body_of(agenda.meeting), "when": day_of(agenda.meeting, t)}
        phrase = ap.AGENDA_EMPTY if agenda.keeps else ap.AGENDA_NOT_PUBLISHED
        return say(room, missing.plain(phrase, room.frame, **values))
    full = agenda.keeps or _inside(room, agenda)
    return say(room, form.files(agenda, room.frame, full=full), state=in_talk(room, agenda))


def _inside(room: Room, agenda: MeetingAgenda) -> bool:
    """Whether the person is a member of the body; the store judges again when the file is made."""
    grants = room.scene.subject.grants
    return any(one.role in ("member", "secretary") and one.body in (None, agenda.meeting.body_key) for one in grants)


def given(room: Room, paper: str, meeting: str, edition: Edition, suffix: str) -> Outcome:
    """The file; what the person may not have is as if it were not there."""
    t, subject = texts(room.lang), room.scene.subject
    port = room.ports.minutes if paper == "minutes" else room.ports.agendas
    try:
        name, content = port.document(meeting, edition, suffix, subject)
    except NotFound:
        return _not_there(room, meeting) if paper == "agenda" else gone(room)
    data = {"meeting": meeting, "paper": paper, "edition": edition, "suffix": suffix}
    if room.turn.data.get("accepted") is True:
        # Teams asked whether it may be put into their OneDrive: what is made now goes there.
        outcome = say(room, missing.plain(ap.FILE_UPLOADED, room.frame, (), name=name), replaces=True)
    else:
        told = t.say(ap.AGENDA_FILE_HERE, name=name)
        if edition == "full":
            told = f"{told} {t.say(ap.AGENDA_FILE_FULL_WARNING)}"
        outcome = say(room, missing.told(told, room.frame, ()))
    assert outcome.message is not None
    failed = t.say(ap.FILE_NOT_UPLOADED, name=name)
    file = GivenFile(name, content, {**data, "verb": verbs.PAPER}, t.say(ap.FILE_CONSENT), failed)
    return replace(outcome, message=replace(outcome.message, file=file))


def _not_there(room: Room, meeting: str) -> Outcome:
    try:
        agenda = of(room, meeting)
    except NotFound:
        return gone(room)
    t = texts(room.lang)
    values = {"body": body_of(agenda.meeting), "when": day_of(agenda.meeting, t)}
    phrase = ap.AGENDA_EMPTY if agenda.keeps else ap.AGENDA_NOT_PUBLISHED
    return say(room, missing.plain(phrase, room.frame, **values))


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button that gives a document, or the answer to Teams' question about one."""
    if room.scene.subject.audience != "personal":
        return say(room, missing.plain(ap.AGENDA_FILES_PRIVATELY, room.frame))
    try:
        agenda = of(room, word(data, "meeting"))
    except NotFound:
        return gone(room)
    if verb == verbs.PAPER_DECLINED:
        return say(room, missing.plain(ap.FILE_DECLINED, room.frame, ()), replaces=True)
    if verb == verbs.AGENDA_FILES:
        return choice(room, agenda)
    paper, suffix = word(data, "paper"), word(data, "suffix")
    edition: Edition = "full" if word(data, "edition") == "full" else "open"
    if paper not in ("agenda", "minutes") or suffix not in ("docx", "pdf"):
        return gone(room)
    return given(room, paper, word(data, "meeting"), edition, suffix)


def facts(room: Room, agenda: MeetingAgenda, lines: Sequence[Line]) -> tuple[Fact, ...]:
    """One fact an entry, in order, for whoever reads answers as data."""
    t, meeting = texts(room.lang), agenda.meeting
    document = DocumentRef(f"calendar-{meeting.body_key}", meeting.body, "", None, "calendar")
    return tuple(
        Fact(
            f"agenda-{line.id}",
            "list_item",
            headed(line, t),
            document,
            body=meeting.body or None,
            meeting_date=meeting.day,
            item_number=line.number,
            item_title=line.title,
            case_number=(line.item.case_number or None) if line.item is not None else None,
            closed=line.closed,
        )
        for line in lines
    )
