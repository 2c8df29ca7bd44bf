"""The head of minutes: which body met when and where, who was there and who was not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from store.ingest.bodies import fullest, is_body, same_body
from store.ingest.dates import clock_times, first_date
from store.ingest.flow import Row, fold, quote
from store.ingest.headings import LabelBook
from store.ingest.headlines import Entry, body_names, head_label, loose_body, name_lines, part_lines, quiet, text_of
from store.ingest.headlines import entries as labelled_lines
from store.ingest.headpeople import in_columns, split_people
from store.ingest.headplaces import unlabelled_place
from store.ingest.parsed import Page, ParsedFact, ParsedMeeting

_DATE_LABELS = frozenset({
    "mødedato", "dato", "mødetidspunkt", "tidspunkt", "møde afholdt", "tid", "starttidspunkt", "møde", "start",
    "mødestart", "mødeafholdelse", "mødets dato", "mødet afholdt",
})  # fmt: skip
_PLACE_LABELS = frozenset(
    ["stedet", "mødets sted", "mødested", "sted", "lokale", "mødelokale", "mødeafholdelse", "mødets afholdelse"]
)
_ROOM_LABELS = frozenset(["lokale", "mødelokale"])
"""Labels of places that a bare number answers: "Mødelokale: 3.12"."""
_TIME_LABELS = frozenset({
    "mødetidspunkt", "tidspunkt", "tid", "mødetid", "starttidspunkt", "start", "starttidspunkt for møde",
    "mødestart", "mødedato", "dato", "mødet begyndt",
})  # fmt: skip
_END_LABELS = frozenset(
    ["sluttidspunkt", "sluttidspunkt for møde", "slut", "mødet slut", "mødet hævet", "mødeslut", "mødet sluttede"]
)
_BODY_LABELS = frozenset(["møde i", "mødeforum", "udvalg/råd", "udvalg", "organ", "forum", "råd"])
LONGEST_SHORT = 6
"""Letters of what may be the name of a column ("Udvalg", "MØDE") where a body is to be told by itself."""
_PERSON_LABELS = frozenset(["formand", "ordstyrer", "mødeleder", "referent", "sekretær"])
_AFTER_TIME = re.compile(
    r"\bkl\.?\s?[\d.: –-]{1,16}(?:til \d[\d.:]*)?,?\s(?:i|på)\s(?P<place>[A-ZÆØÅ](?:[^.;]|"
    r"(?<=[SNGsng]dr)\.|(?<=[Gg]l)\.|(?<=[Ss]kt)\.|(?<=\d)\.(?=\d|\s?sal)){2,100})\.?\Z",
    re.IGNORECASE,
)
_SAID_TIME = re.compile(r"\b(?:Mødetidspunkt|Mødetid|Starttidspunkt|Mødestart|Tidspunkt)\s?:?\s+(?P<when>.{1,40})")
_BARE_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?(?:-|–|til)\s?\d{1,2}[.:]\d{2})?\s*\Z")
_OVER = re.compile(
    r"\bmødet\s(?:(?:blev|er)\s)?(?:hævet|slut(?:tede|tet|tes)?|afsluttet|hævedes|sluttedes)\b[^\d]{0,14}"
    r"(?P<when>(?<=kl\. )\d.{0,8}|(?<=kl )\d.{0,8}|(?<=kl\.)\d.{0,8}|\d{1,2}[.:]\d{2})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """What the rows before the first item say, and which of them are used up by the meeting's facts."""

    body: str | None = None
    aliases: list[str] = field(default_factory=list)
    on: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    members: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    facts: list[ParsedFact] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def meeting(self) -> ParsedMeeting:
        """The parsed shape."""
        aliases = tuple(dict.fromkeys(name for name in self.aliases if name != self.body))
        return ParsedMeeting(
            self.body, self.on, aliases, self.start, self.end, self.place, self.members, self.absent, tuple(self.facts)
        )


def read_head(
    pages: Sequence[Page], rows: Sequence[Row], book: LabelBook, heads: Sequence[str], title: str | None
) -> Head:
    """The head out of the rows before the first item, running heads and the file's own title."""
    head = Head()
    parts = part_lines(rows)
    owners = [number for number, _ in parts]
    rows = [row for _, row in parts]
    entries = list(labelled_lines(rows, book))
    bodies = [name for row in rows[:25] if head_label(row, book) is None for name in body_names(row.text)]
    said = [fold(" ".join(row.text for row in entry.value)) for entry in entries if entry.name in _BODY_LABELS]
    bodies = [name for name in said if is_body(name)] + bodies
    for text in (*(heads[:12]), title or ""):
        bodies += list(body_names(text))
    if not bodies:
        # "Direktionen" alone may head its members as well as the paper: with no other name it is the body.
        alone = [fold(row.text).strip(" :") for row in rows[:6] if is_body(row.text)]
        alone = [text for text in alone if len(text) > LONGEST_SHORT and text.lower() not in _BODY_LABELS]
        bodies = [name for text in alone for name in body_names(text)]
    if not bodies:
        bodies = [name for text in (*(row.text for row in rows[:8]), title or "") if (name := loose_body(text))]
    _set_body(head, bodies)
    _set_day(head, rows, entries, heads, title)
    _set_place(head, rows, entries, book)
    _set_people(head, entries, book)
    _facts(head, pages, rows, entries)
    head.used = set(owners) - {owner for part, owner in enumerate(owners) if part not in head.used}
    return head


def _set_body(head: Head, names: Sequence[str]) -> None:
    if not names:
        return
    first = names[0]
    forms = [name for name in names if same_body(name, first)]
    forms = [quiet(name) for name in forms]
    head.body = fullest(forms)
    head.aliases = list(dict.fromkeys(forms))


def _set_day(
    head: Head, rows: Sequence[Row], entries: Sequence[Entry], heads: Sequence[str], title: str | None
) -> None:
    texts = [text_of(entry) for entry in entries if entry.name in _DATE_LABELS]
    texts += [
        row.text[:300]
        for row in rows[:25]
        if not any(row.text.startswith(entry.printed) and entry.name == "udsendelsesdato" for entry in entries)
    ]
    for text in (*texts, title or "", *heads[:12]):
        head.on = first_date(text)
        if head.on:
            break
    for entry in entries:
        if entry.name in _TIME_LABELS and head.start is None:
            head.start, head.end = (
                clock_times(text_of(entry)) if _has_clock(text_of(entry), entry.name) else (None, None)
            )
        if entry.name in _END_LABELS:
            bare = re.sub(r"(?i)kl\.?\s*", "", text_of(entry))
            head.end = clock_times(bare)[0] or clock_times("kl. " + bare)[0] or head.end
    if head.start is None:
        for row in rows[:25]:
            if re.search(r"\bkl(?:\.|okken)?\s?\d", row.text[:400], re.IGNORECASE):
                head.start, head.end = clock_times(row.text[:400])
                break
    if head.start is None:
        alone = next((row.text for row in rows[:15] if _BARE_TIME.match(row.text)), None)
        head.start, head.end = clock_times(alone) if alone else (None, head.end)
    if head.start is None:
        said = next((match for row in rows[:25] if (match := _SAID_TIME.search(row.text[:600]))), None)
        head.start, head.end = clock_times(said["when"]) if said else (None, head.end)
    for row in rows[:60] if head.end is None else ():
        over = _OVER.search(row.text[:600])
        if over:
            head.end = clock_times("kl. " + over["when"])[0]
            break


def _has_clock(text: str, name: str) -> bool:
    if re.search(r"\bkl(?:\.|okken)?\s?\d|\d[.:]\d\d\s?(?:-|–|til)\s?\d", text, re.IGNORECASE):
        return True
    return (
        name not in ("dato", "mødedato") and re.search(r"(?<![\d.])\d{1,2}[.:]\d{2}(?![\d.])", text) is not None
    ) or bool(re.search(r"\b\d{1,2}:\d{2}\b", text))


def _set_place(head: Head, rows: Sequence[Row], entries: Sequence[Entry], book: LabelBook) -> None:
    for entry in entries:
        if entry.name in _PLACE_LABELS:
            text = text_of(entry)
            # Where columns were read one after the other, the next labels follow instead of a place.
            if (
                text
                and len(text) < 160
                and not re.search(r"[a-zæøå]:(?:\s|\Z)", text)
                and (entry.name in _ROOM_LABELS or any(letter.isalpha() for letter in text))
            ):
                head.place = text
                return
    for row in rows[:15]:
        after = _AFTER_TIME.search(row.text[:300])
        if after:
            head.place = re.split(r"\s(?=[A-ZÆØÅ]{5,}\b|[A-ZÆØÅ]\w+:)", fold(after["place"]))[0]
            return
    head.place = unlabelled_place([row for row in rows[:15] if head_label(row, book) is None])


def _set_people(head: Head, entries: Sequence[Entry], book: LabelBook) -> None:
    columns = in_columns(entries, book)
    if columns:
        head.members, head.absent = columns
    for entry in entries if not columns else ():
        texts = name_lines(entry)
        if entry.role == "present" and not head.members:
            head.members = split_people(texts)
        elif entry.role == "absent":
            head.absent = tuple(dict.fromkeys([*head.absent, *split_people(texts)]))


def _facts(head: Head, pages: Sequence[Page], rows: Sequence[Row], entries: Sequence[Entry]) -> None:
    """One fact for day, time and place as they stand, one each for those present and those absent."""
    when = [
        entry
        for entry in entries
        if entry.name in _DATE_LABELS | _PLACE_LABELS | _TIME_LABELS | _END_LABELS | _BODY_LABELS
    ]
    numbers = sorted({index for entry in when for index in entry.rows})
    if numbers:
        _add(head, pages, rows, numbers, None)
    elif head.on:
        dated = next((i for i, row in enumerate(rows[:25]) if first_date(row.text) == head.on), None)
        if dated is not None and len(rows[dated].text) < 400:
            _add(head, pages, rows, [dated], None)
    for entry in entries:
        if entry.value and (entry.role in ("present", "absent") or entry.name in _PERSON_LABELS):
            _add(head, pages, rows, list(entry.rows), entry.printed)


def _add(head: Head, pages: Sequence[Page], rows: Sequence[Row], numbers: Sequence[int], label: str | None) -> None:
    text, spans = quote(pages, [rows[index].place for index in numbers])
    if spans:
        head.facts.append(ParsedFact("meeting", text, spans, label=label))
        head.used.update(numbers)
