"""The labelled lines of a meeting's head, and the names of bodies in its titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.ingest.accessmarks import is_switch
from store.ingest.bodies import is_body
from store.ingest.dates import DATE
from store.ingest.flow import Row, fold
from store.ingest.headings import Label, LabelBook, fold_label
from store.ingest.labels import LABELS

_TYPE = (
    r"(?:(?:åben|åbent|lukket|offentlig|offentligt|udskrift af|ekstraordinært?|foreløbigt?|endeligt?)\s)*"
    r"(?:referat|dagsorden|tillægsdagsorden|tillægsreferat|beslutningsprotokol|protokol|beslutningsreferat|mødereferat|"
    r"mødeindkaldelse|indkaldelse|udvidet dagsorden|møde)"
)
_NAMED = (
    re.compile(
        rf"(?i:{_TYPE})\s?(?:-|–|:|,)?\s(?:(?:fra|af|for|til|i)\s)?(?i:(?:ordinært |ekstraordinært )?(?:møde[t]?|"
        rf"direktionsmøde)\s(?:i|for|af)\s)?(?P<body>.{{3,110}})"
    ),
    re.compile(
        r"(?i:(?:ordinært |ekstraordinært )?mødet?\s(?:(?:nr\.?\s?)?\d[\d/.-]{0,8}\s)?(?:i|for)\s)(?P<body>.{3,110})"
    ),
    re.compile(rf"(?P<body>.{{3,100}}?)\s?(?:-|–|,|:|’s|'s|s)?\s(?i:{_TYPE})\b"),
    re.compile(rf"(?P<body>[A-ZÆØÅ].{{2,100}}?),?\s(?i:(?:den\s)?{DATE})"),
)
_CUT = re.compile(
    rf"(?i:\s*[,(|]?\s*(?:\b(?:den(?=\s*(?:\d|:|\Z|[a-zø]+dag\b))|d\.|kl\.?|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|mødedato|mødested|"
    rf"mødetidspunkt|"
    rf"indeholder|medlemmer|dato|tidspunkt|møde\snr)\b|{DATE})|\s*[(|:]|\s[-–]\s|\.\s|’s\b|'s\b)"
)
_AROUND = (
    re.compile(rf"(?i)^{_TYPE}\s(?:i|for|af|fra)\s|^mødet?\si\s"),
    re.compile(r"^(?:[A-ZÆØÅ][\w-]*(?:[ -][A-ZÆØÅ][\w-]*){0,2}) (?:Kommunes?|KOMMUNES?)[ ,.:–-]+"),
    re.compile(rf"(?i)[ ,.:–-]+{_TYPE}\Z"),
)
_MEETS = re.compile(
    rf"(?P<body>[A-ZÆØÅ][\wæøå]+(?:(?:,|\sog|-)?\s?[\wæøå-]+){{0,4}}?)s\s(?:ordinære |ekstraordinære )?møde\s"
    rf"(?i:(?:den\s|d\.\s?)?{DATE})"
)
_LOOSE = re.compile(
    r"(?P<label>Mødedato|Mødested|Mødetidspunkt|Mødeafholdelse|Mødetid|Medlemmer|Mødedeltagere|Deltagere|"
    r"Fraværende(?: med afbud)?|Afbud(?: fra)?|Til stede|"
    r"Sted|Dato|Tidspunkt|Tid|Udvalg|Lokale|Referent|Starttidspunkt|Sluttidspunkt)\s+(?=[A-ZÆØÅ0-9]|kl\.)"
)


_PEOPLE_AND_PLACES = sorted(
    (re.escape(name[0].upper() + name[1:]) for role in ("head", "present", "absent") for name in LABELS[role]),
    key=len,
    reverse=True,
)
_INNER = re.compile(
    rf"(?<=[^\s:]) +(?=(?:{'|'.join(_PEOPLE_AND_PLACES)})\s?:(?:\s|\Z)|"
    r"(?:Mødeafholdelse|Mødested|Mødetidspunkt|Mødedato)\s[A-ZÆØÅ\d]|Indholdsfortegnelse\b|Side\s\d)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled part of the head: "Mødested: Rådhuset", its rows and the rows of its value."""

    name: str
    role: str
    printed: str
    rows: tuple[int, ...]
    value: tuple[Row, ...]
    line: str = ""
    """The labelled row as it stands."""


def body_names(text: str) -> Iterator[str]:
    """Names of bodies that a title line holds: "Referat fra mødet i Direktion (Indeholder ...)"."""
    text = fold(text)[:300]
    if re.match(r"(?:Beslutning(?!er fra )|Vedtagelse|Afgørelse|Indstilling)", text):
        return
    whole = re.sub(
        rf"(?i)^{_TYPE}\s(?:(?:fra|i|for|af|til)\s)?(?:mødet?\s(?:i\s)?)?", "", _CUT.split(text, maxsplit=1)[0]
    )
    if is_body(whole):
        yield _own_name(whole.strip(" .,:-–"))
    for pattern in _NAMED:
        match = pattern.match(text) or (pattern.search(text) if pattern is _NAMED[0] else None)
        if match is None:
            continue
        name = _CUT.split(match["body"] + " ", maxsplit=1)[0].strip(" .,:-–")
        name = re.sub(rf"(?i)^{_TYPE}\s(?=\S)", "", name)
        name = re.sub(r"^(?:mødet?\si|i|for|af|til|fra)\s", "", name)
        short = re.sub(r"(?<=\w)s?møde(?:t|ts)?\Z", "", name)
        short = short[:1].upper() + short[1:]
        for form in (*([short] if short != name else []), name, re.sub(r"s\Z", "", name)):
            if is_body(form) and not re.match(rf"(?i:{_TYPE})\Z", form):
                yield _own_name(form)
                break


def _own_name(name: str) -> str:
    """The body's name without "Møde i", the municipality before it and the document's kind behind it."""
    for pattern in _AROUND:
        bare = pattern.sub("", name).strip(" .,:-–")
        if bare != name and is_body(bare):
            name = bare
    bare = re.sub(r"(?<=\w)s?møde(?:t|ts)?\Z|(?<=(?:en|et|ne)s)\smøde(?:t|ts)?\Z", "", name)
    name = bare if bare and is_body(bare) else name
    # "Byrådets" and "Kommunalbestyrelsens" are the body's name before the word for its meeting.
    return (
        name[:-1] if re.search(r"(?:udvalget|rådet|bestyrelsen|direktionen|gruppen|nævnet|ledelsen)s\Z", name) else name
    )


def loose_body(text: str) -> str | None:
    """A body that only its meeting tells as one: "Social og sundheds møde den 17. april 2023"."""
    match = _MEETS.match(fold(text)[:200])
    return match["body"].strip() if match else None


def quiet(name: str) -> str:
    """A name printed in capitals throughout, as it is written elsewhere: "TEKNIK- OG MILJØUDVALGET"."""
    if not name.isupper() or len(name) <= 5:
        return name
    return " ".join(word.lower() if word in ("OG", "FOR", "I", "AF") else word.capitalize() for word in name.split())


def entries(rows: Sequence[Row], book: LabelBook) -> Iterator[Entry]:
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
        yield Entry(
            name,
            label.role,
            label.printed,
            tuple(taken),
            tuple(part for part in value if part.text.strip(" |")),
            row.text,
        )


def part_lines(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """`rows` with their numbers, cut where a label stands inside a line: "Dato: 3. maj Sted: Salen Afbud: Bo Riis"."""
    return [
        (number, row.cut(start, end))
        for number, row in enumerate(rows)
        for start, end in pairwise([0, *_inner_labels(row.text), len(row.text)])
        if row.text[start:end].strip()
    ]


def _inner_labels(text: str) -> list[int]:
    if len(text) > 4000 or "\t" in text:
        return []
    return [match.end() for match in _INNER.finditer(text) if match.end() > 0]


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


def text_of(entry: Entry) -> str:
    """The value of an entry as one line."""
    return fold(" ".join(row.text for row in entry.value)).strip(" |")


def name_lines(entry: Entry) -> list[str]:
    """The value's lines; those of a comma list that only wraps are joined."""
    texts = [row.text for row in entry.value]
    wraps = any("," in text for text in texts) and not any(row.block for row in entry.value)
    return [" ".join(texts)] if wraps else texts
