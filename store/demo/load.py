"""Puts the sample data into a store of their own: the fixed documents once, the living ones anew for each day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from importlib.resources import as_file, files
from zoneinfo import ZoneInfo

from babel.dates import format_date

from store.demo.living import ComingMeeting, coming
from store.demo.moments import capital, day_in_words
from store.demo.programmes import programmes
from store.ingest.compose import Piece, compose
from store.ingest.intake import Intake
from store.ingest.minutes import parse
from store.ingest.parsed import Extract, ParsedDocument, ParsedFact, ParsedMeeting, Span
from store.ingest.source import Source, sha256_of
from store.names import body_key
from store.records import IngestReport

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HANDED_IN_BY = time(12)
"""Items are handed in before noon on the day of the deadline."""


def load(intake: Intake, today: date, published: Collection[tuple[str, date]] = ()) -> list[IngestReport]:
    """Ingest what is missing of the fixed documents, and put the living ones as of `today` in place of the earlier.

    `published` are body key and day of meetings whose agendas were published in chat: those need no sample. The
    reports of the coming meetings end the list.
    """
    reports = []
    for entry in sorted(files("store.demo").joinpath("documents").iterdir(), key=lambda entry: entry.name):
        with as_file(entry) as path:
            reports.append(intake.ingest(path, name=entry.name))
    agendas = [agenda(one) for one in coming(today) if (body_key(one.body), one.on) not in published]
    reports += intake.replace_living([*programmes(today), *agendas])
    return reports


def agenda(meeting: ComingMeeting) -> Source:
    """The agenda of a coming meeting as if a secretary had handed it in, with its deadline."""
    text = "\n".join(_lines(meeting))
    name = f"{meeting.body.lower().replace(' ', '-')}-{meeting.on.isoformat()}-dagsorden.txt"
    extract = compose("txt", [[Piece(line) for line in _lines(meeting)]], paged=False)
    return Source(
        name=name,
        sha256=sha256_of(text.encode()),
        parsed=_with_meeting(parse(extract, source=name), meeting, extract),
        extract=extract,
        deadline=datetime.combine(meeting.submission, HANDED_IN_BY, COPENHAGEN),
        living=True,
    )


def _with_meeting(parsed: ParsedDocument, meeting: ComingMeeting, extract: Extract) -> ParsedDocument:
    """An agenda without items is to the parser any text with a date; we know that it is one."""
    if parsed.meeting is not None:
        return parsed
    text = extract.pages[0].text
    start = text.index("Mødedato:")
    head = text[start:].rstrip()
    fact = ParsedFact("meeting", " ".join(head.split()), (Span(1, start, start + len(head)),))
    head_of = ParsedMeeting(
        meeting.body, meeting.on, start=meeting.start, end=meeting.end, place=meeting.place, facts=(fact,)
    )
    return replace(parsed, kind="agenda", date=meeting.on, meeting=head_of, facts=(), warnings=())


def _lines(meeting: ComingMeeting) -> Sequence[str]:
    lines = [
        f"Dagsorden til mødet i {meeting.body}",
        "",
        f"Mødedato: {capital(format_date(meeting.on, 'EEEE', locale='da'))} den {day_in_words(meeting.on)}",
        f"Mødested: {meeting.place}",
        f"Mødetidspunkt: Kl. {meeting.start:%H.%M} - {meeting.end:%H.%M}",
        "",
    ]
    for item in meeting.items:
        lines += [
            f"Punkt {item.position}: {item.title}",
            "",
            f"Sagsnr.: {item.case_number}",
            f"Sagen afgøres i: {meeting.body}",
            "",
            "Sagsfremstilling:",
            f"Punktet er anmeldt af {item.submitted_by}. Sagsfremstillingen sendes ud med dagsordenen den "
            f"{day_in_words(meeting.dispatch)}.",
            "",
        ]
        if item.attachments:
            lines += ["Bilag:", *(f"Åben - {title}" for title in item.attachments), ""]
    return lines
