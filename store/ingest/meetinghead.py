"""The head of minutes: which body met when and where, who was there and who was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from store.ingest.bodies import fullest, is_body, same_body
from store.ingest.dates import DATE, clock_times, first_date
from store.ingest.flow import Row, Stream, fold, quote
from store.ingest.headings import LABELS, Label, LabelBook, fold_label
from store.ingest.items import is_switch
from store.ingest.names import split_names
from store.ingest.parsed import Page, ParsedFact, ParsedMeeting

_TYPE = (
    r"(?:(?:åben|åbent|lukket|offentlig|offentligt|udskrift af|ekstraordinært?|foreløbigt?|endeligt?)\s)*"
    r"(?:referat|dagsorden|tillægsdagsorden|tillægsreferat|beslutningsprotokol|protokol|beslutningsreferat|mødereferat|"
    r"mødeindkaldelse|indkaldelse|udvidet dagsorden|møde)"
)
_NAMED = (
    re.compile(
        rf"(?i:{_TYPE})\s?(?:-|–|:|,)?\s(?:(?:fra|af|for|til|i)\s)?(?i:(?:ordinært |ekstraordinært )?(?:møde[t]?|direktionsmøde)\s(?:i|for|af)\s)?(?P<body>.{{3,110}})"
    ),
    re.compile(r"(?i:(?:ordinært |ekstraordinært )?mødet?\si\s)(?P<body>.{3,110})"),
    re.compile(rf"(?P<body>.{{3,100}}?)\s?(?:-|–|,|:|’s|'s|s)?\s(?i:{_TYPE})\b"),
    re.compile(rf"(?P<body>[A-ZÆØÅ].{{2,100}}?),?\s(?i:(?:den\s)?{DATE})"),
)
_CUT = re.compile(
    rf"(?i:\s*[,(|]?\s*(?:\b(?:den|d\.|kl\.?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|mødedato|mødested|mødetidspunkt|"
    rf"indeholder|medlemmer|dato|tidspunkt|møde\snr)\b|{DATE})|\s*[(|:]|\s[-–]\s|\.\s|’s\b|'s\b)"
)
_DATE_LABELS = frozenset(
    [
        "mødedato",
        "dato",
        "mødetidspunkt",
        "tidspunkt",
        "møde afholdt",
        "tid",
        "starttidspunkt",
        "møde",
        "start",
        "mødestart",
        "mødeafholdelse",
    ]
)
_PLACE_LABELS = frozenset(["mødested", "sted", "lokale", "mødelokale", "mødeafholdelse", "mødets afholdelse"])
_TIME_LABELS = frozenset(
    [
        "mødetidspunkt",
        "tidspunkt",
        "tid",
        "mødetid",
        "starttidspunkt",
        "start",
        "starttidspunkt for møde",
        "mødestart",
        "mødedato",
        "dato",
        "mødet begyndt",
    ]
)
_END_LABELS = frozenset(
    ["sluttidspunkt", "sluttidspunkt for møde", "slut", "mødet slut", "mødet hævet", "mødeslut", "mødet sluttede"]
)
_BODY_LABELS = frozenset(["udvalg", "organ", "forum", "råd"])
_PERSON_LABELS = frozenset(["formand", "ordstyrer", "mødeleder", "referent", "sekretær"])
_LOOSE = re.compile(
    r"(?P<label>Mødedato|Mødested|Mødetidspunkt|Mødetid|Medlemmer|Mødedeltagere|Deltagere|Fraværende(?: med afbud)?|Afbud(?: fra)?|Til stede|"
    r"Sted|Dato|Tidspunkt|Tid|Udvalg|Lokale|Referent|Starttidspunkt|Sluttidspunkt)\s+(?=[A-ZÆØÅ0-9]|kl\.)"
)
_AFTER_TIME = re.compile(
    r"\bkl\.?\s?[\d.: –-]{1,16}(?:til \d[\d.:]*)?,?\s(?:i|på)\s(?P<place>[A-ZÆØÅ][^.;]{2,100})\Z", re.IGNORECASE
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


@dataclass(frozen=True, slots=True)
class _Entry:
    """A labelled part of the head: "Mødested: Rådhuset", its rows and the rows of its value."""

    name: str
    role: str
    printed: str
    rows: tuple[int, ...]
    value: tuple[Row, ...]


def read_head(
    pages: Sequence[Page], rows: Sequence[Row], book: LabelBook, heads: Sequence[str], title: str | None
) -> Head:
    """The head out of the rows before the first item, running heads and the file's own title."""
    head = Head()
    entries = list(_entries(rows, book))
    bodies = [name for row in rows[:25] if head_label(row, book) is None for name in body_names(row.text)]
    said = [fold(" ".join(row.text for row in entry.value)) for entry in entries if entry.name in _BODY_LABELS]
    bodies = [name for name in said if is_body(name)] + bodies
    for text in (*(heads[:12]), title or ""):
        bodies += list(body_names(text))
    _set_body(head, bodies)
    _set_day(head, rows, entries, heads, title)
    _set_place(head, rows, entries)
    _set_people(head, entries)
    _facts(head, pages, rows, entries)
    return head


def body_names(text: str) -> Iterator[str]:
    """Names of bodies that a title line holds: "Referat fra mødet i Direktion (Indeholder ...)"."""
    text = fold(text)[:300]
    if re.match(r"(?:Beslutning|Vedtagelse|Afgørelse|Indstilling)", text):
        return
    whole = re.sub(
        rf"(?i)^{_TYPE}\s(?:(?:fra|i|for|af|til)\s)?(?:mødet?\s(?:i\s)?)?", "", _CUT.split(text, maxsplit=1)[0]
    )
    if is_body(whole):
        yield whole.strip(" .,:-–")
    for pattern in _NAMED:
        match = pattern.match(text) or (pattern.search(text) if pattern is _NAMED[0] else None)
        if match is None:
            continue
        name = _CUT.split(match["body"] + " ", maxsplit=1)[0].strip(" .,:-–")
        name = re.sub(rf"(?i)^{_TYPE}\s(?=\S)", "", name)
        name = re.sub(r"^(?:mødet?\si|i|for|af|til|fra)\s", "", name)
        short = re.sub(r"s?møde(?:t|ts)?\Z", "", name)
        short = short[:1].upper() + short[1:]
        for form in (name, re.sub(r"s\Z", "", name), *([short] if short != name else [])):
            if is_body(form) and not re.match(rf"(?i:{_TYPE})\Z", form):
                yield form
                break


def _set_body(head: Head, names: Sequence[str]) -> None:
    if not names:
        return
    first = names[0]
    forms = [name for name in names if same_body(name, first)]
    forms = [_quiet(name) for name in forms]
    head.body = fullest(forms)
    head.aliases = list(dict.fromkeys(forms))


def _quiet(name: str) -> str:
    """A name printed in capitals throughout, as it is written elsewhere: "TEKNIK- OG MILJØUDVALGET"."""
    if not name.isupper() or len(name) <= 5:
        return name
    return " ".join(word.lower() if word in ("OG", "FOR", "I", "AF") else word.capitalize() for word in name.split())


def _entries(rows: Sequence[Row], book: LabelBook) -> Iterator[_Entry]:
    """Labelled rows of the head with their values, which may run over the following rows up to the next label."""
    names = {fold_label(name, book.lost): fold_label(name) for name in LABELS["head"]}
    index = 0
    while index < len(rows):
        row = rows[index]
        label = head_label(row, book)
        if label is None or label.role not in ("head", "present", "absent"):
            index += 1
            continue
        value = [row.cut(label.end)]
        taken = [index]
        index += 1
        many = label.role in ("present", "absent")
        while index < len(rows) and _goes_on(rows[index], value, book, many=many):
            value.append(rows[index])
            taken.append(index)
            index += 1
        name = names.get(fold_label(label.printed, book.lost), fold_label(label.printed))
        yield _Entry(
            name, label.role, label.printed, tuple(taken), tuple(part for part in value if part.text.strip(" |"))
        )


def head_label(row: Row, book: LabelBook) -> Label | None:
    """The label of a row of the head; here a label may run into its value without a colon: "Mødested Byrådssalen"."""
    label = book.at_start(row.text)
    if label is not None:
        return label
    cell = row.text.split("\t", 1)[0] if "\t" in row.text else ""
    role = book.role(cell) if cell else None
    if role:
        return Label(role, cell, len(cell), False, False)
    match = _LOOSE.match(row.text)
    role = book.role(match["label"]) if match else None
    return Label(role, match["label"], match.end("label"), False, False) if match and role else None


def _goes_on(row: Row, value: Sequence[Row], book: LabelBook, *, many: bool) -> bool:
    if head_label(row, book) is not None or row.role.startswith("h") or len(row.text) > 400:
        return False
    if re.match(rf"(?i:{_TYPE})\b", row.text):
        return False
    filled = [part for part in value if part.text.strip(" |")]
    if not filled:
        return True
    if not many:
        return False
    if is_switch(row.text) or (
        row.gap and not row.block and "," in filled[0].text and not filled[-1].text.endswith(",")
    ):
        return False
    if row.gap and len(filled) > 1 and not row.block:
        return len(row.text) < 60 and not row.text.endswith(".")
    return len(row.text) < 160 and not row.text.endswith(".") and not row.text[:1].isdigit()


def _text(entry: _Entry) -> str:
    return fold(" ".join(row.text for row in entry.value)).strip(" |")


def _set_day(
    head: Head, rows: Sequence[Row], entries: Sequence[_Entry], heads: Sequence[str], title: str | None
) -> None:
    texts = [_text(entry) for entry in entries if entry.name in _DATE_LABELS]
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
            head.start, head.end = clock_times(_text(entry)) if _has_clock(_text(entry), entry.name) else (None, None)
        if entry.name in _END_LABELS:
            head.end = clock_times("kl. " + re.sub(r"(?i)kl\.?\s*", "", _text(entry)))[0] or head.end
    if head.start is None:
        for row in rows[:25]:
            if re.search(r"\bkl\.?\s?\d", row.text[:400], re.IGNORECASE):
                head.start, head.end = clock_times(row.text[:400])
                break


def _has_clock(text: str, name: str) -> bool:
    if re.search(r"\bkl\.?\s?\d|\d[.:]\d\d\s?(?:-|–|til)\s?\d", text, re.IGNORECASE):
        return True
    return (
        name not in ("dato", "mødedato") and re.search(r"(?<![\d.])\d{1,2}[.:]\d{2}(?![\d.])", text) is not None
    ) or bool(re.search(r"\b\d{1,2}:\d{2}\b", text))


def _set_place(head: Head, rows: Sequence[Row], entries: Sequence[_Entry]) -> None:
    for entry in entries:
        if entry.name in _PLACE_LABELS:
            text = _text(entry)
            if text and len(text) < 160 and any(letter.isalpha() for letter in text):
                head.place = text
                return
    for row in rows[:15]:
        after = _AFTER_TIME.search(row.text[:300])
        if after:
            head.place = re.split(r"\s(?=[A-ZÆØÅ]{5,}\b|[A-ZÆØÅ]\w+:)", fold(after["place"]))[0]
            return


def _set_people(head: Head, entries: Sequence[_Entry]) -> None:
    for entry in entries:
        texts = _name_lines(entry)
        if entry.role == "present" and not head.members:
            head.members = split_names(texts)
        elif entry.role == "absent":
            head.absent = tuple(dict.fromkeys([*head.absent, *split_names(texts)]))


def _name_lines(entry: _Entry) -> list[str]:
    """The value's lines; those of a comma list that only wraps are joined."""
    texts = [row.text for row in entry.value]
    wraps = any("," in text for text in texts) and not any(row.block for row in entry.value)
    return [" ".join(texts)] if wraps else texts


def _facts(head: Head, pages: Sequence[Page], rows: Sequence[Row], entries: Sequence[_Entry]) -> None:
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


def stream_text(pages: Sequence[Page], rows: Sequence[Row]) -> str:
    """The head's text as one run, for looking for words such as "Referat"."""
    return fold(Stream(pages, rows).text)
