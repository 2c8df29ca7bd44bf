"""What is said of open minutes: "punkt 3: godkendt", "Bo deltog ikke i punkt 5", "næste"; all else is a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dialogs.understanding.decisionwords import NO_FORMULA, canned, formula_of
from dialogs.understanding.desksaid import coming_day
from dialogs.understanding.text import tidy
from store.records import DecisionClass

Part = Literal["absent", "late", "left", "present", "out"]
Move = Literal["next", "back", "overview", "attendance"]
Field = Literal["responsible", "due", "dissent", "publishable", "disqualified"]

_NUMBER = r"(?P<number>\d{1,4}[a-z]?)"
_ITEM = rf"(?:dagsordens)?(?:punktet|punkt|pkt\.?|item|nr\.?|no\.?)\s+{_NUMBER}"
_LEAD = r"\A(?:(?:ok(?:ay)?|så|og|and|please|venligst|noter|skriv|note|write)[,:\s]+)*"
_ON_ITEM = re.compile(
    rf"{_LEAD}(?:(?:udsæt|udskyd|afvis|godkend|postpone|reject"
    rf"|approve)\s+)?{_ITEM}\s*(?P<joint>[:=–—-])?\s*(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_IMPERATIVE = re.compile(rf"{_LEAD}(?P<verb>udsæt|udskyd|afvis|godkend|postpone|reject|approve)\b", re.IGNORECASE)
_JUMP = re.compile(
    rf"\A(?:(?:gå|hop|spring|go|jump|vis|show)\s+(?:(?:til|frem til|tilbage til|to|me)\s+)?)?{_ITEM}[.!]?\Z",
    re.IGNORECASE,
)
_BECAME = re.compile(r"\A(?:(?:er|blev|bliver|skal|is|was|be)\s+)?(?:(?:hermed|being)\s+)?", re.IGNORECASE)
_MOVES: tuple[tuple[Move, re.Pattern[str]], ...] = (
    ("next", re.compile(
        r"\A(?:(?:gå til|tag|go to|the)\s+)?(?:det\s+)?(?:næste|videre|next)(?:\s+(?:punkt|item"
        r"|sag))?[.!]?\Z", re.I)),
    ("back", re.compile(
        r"\A(?:(?:gå til|go to|the)\s+)?(?:det\s+)?(?:forrige|tilbage|foregående|previous|back)(?:\s+(?:punkt"
        r"|item|sag))?[.!]?\Z", re.I)),
    ("overview", re.compile(
        r"\A(?:(?:vis\s+)?(?:overblik|oversigt|oversigten|status)|hvad mangler(?:\s+(?:vi|jeg"
        r"|der))?(?:\s+(?:endnu|nu|at skrive))?"
        r"|hvilke punkter mangler(?:\s+(?:vi|jeg|der))?|(?:show\s+)?(?:the\s+)?overview"
        r"|what(?: is|'s|s) (?:left|missing)|which items are (?:left|missing))[.?!]?\Z", re.I)),
    ("attendance", re.compile(
        r"\A(?:vis\s+|ret\s+|show\s+|change\s+)?(?:the\s+)?(?:fremmøde|fremmødet|deltagere|deltagerne"
        r"|attendance|attendees)[.!]?\Z", re.I)),
)  # fmt: skip
_WHO = r"(?P<who>[^\W\d_][^:?!\d]{1,80}?)"
_AT = r"(?:(?:i|på|til|ved|under|fra|før|efter|in|on|at|for|from|before|after)\s+)?(?:behandlingen af\s+)?"
_IN_ITEM = rf"(?:\s+{_AT}(?P<at>{_ITEM}))"
_OUT = re.compile(
    rf"\A{_WHO}\s+(?:(?:deltog|deltager)\s+ikke|(?:er|var|blev|erklærede sig|erklæres)\s+inhabile?"
    r"|(?:var|er)\s+ikke\s+med"
    rf"|forlod\s+(?:lokalet|mødet)\s+under|did\s+not\s+(?:take\s+part|participate)|didn't\s+(?:take\s+part"
    rf"|participate)"
    rf"|(?:is|was|are|were)\s+(?:disqualified|not\s+present))(?:\s+(?:i|på|in))?{_IN_ITEM}[.!]?\Z",
    re.IGNORECASE,
)
_OUT_HERE = re.compile(
    rf"\A{_WHO}\s+(?:(?:er|var|blev|erklærede sig)\s+inhabile?|deltog\s+ikke(?:\s+i\s+(?:punktet|sagen"
    rf"|behandlingen))?"
    r"|(?:is|was|are|were)\s+disqualified|did\s+not\s+take\s+part)(?:\s+(?:her|i\s+(?:punktet|sagen)|here"
    r"|in\s+it))?[.!]?\Z",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    rf"\A{_WHO}\s+(?:(?:har|havde|meldte|har\s+meldt|sendte)\s+afbud|(?:er|var)\s+(?:fraværende|ikke\s+til\s+stede)"
    r"|(?:is|was|are|were)\s+(?:absent|away)|sent\s+(?:apologies|regrets|his\s+apologies|her\s+apologies))[.!]?\Z",
    re.IGNORECASE,
)
_ABSENT_FIRST = re.compile(r"\A(?:afbud\s+fra|apologies\s+from)\s*:?\s+(?P<who>[^:?!\d]{2,80}?)[.!]?\Z", re.IGNORECASE)
_LATE = re.compile(
    rf"\A{_WHO}\s+(?:kom|ankom|deltog|mødte|arrived|came|joined)(?:\s+(?:først|for\s+sent|senere|late|only))?"
    rf"(?:\s+(?:til|fra|ved|at|from|for|and))?{_IN_ITEM}[.!]?\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\A{_WHO}\s+(?:gik|forlod\s+mødet|måtte\s+gå|left(?:\s+the\s+meeting)?)\s+(?P<side>før|inden|efter"
    rf"|ved|before|after|at)"
    rf"\s+(?P<at>{_ITEM})[.!]?\Z",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"\A{_WHO}\s+(?:er|var|is|was|are|were)\s+(?:(?:alligevel|også|also)\s+)?(?:til\s+stede|tilstede|mødt"
    rf"|present|here)[.!]?\Z",
    re.IGNORECASE,
)
_FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    ("responsible", re.compile(
        r"\A(?:den\s+)?(?:ansvarlig|ansvarlige|tovholder|responsible)\s*(?:[:=]|er\b"
        r"|is\b)\s*(?P<value>\S.*)\Z", re.I | re.S)),
    ("due", re.compile(
        r"\A(?:frist|fristen|tidsfrist|senest|deadline|due)\b\s*(?:[:=]|er\b"
        r"|is\b)?\s*(?P<value>\S.*)\Z", re.I | re.S)),
    ("dissent", re.compile(
        r"\A(?:dissens|mindretalsudtalelse|særstandpunkt|dissent)\s*[:=]\s*(?P<value>\S.*)\Z", re.I | re.S)),
    ("publishable", re.compile(
        r"\A(?:offentlig\s+(?:ordlyd|tekst|beslutning)|ordlyd\s+til\s+(?:offentligheden|den\s+åbne\s+udgave)"
        r"|public\s+wording|publishable\s+wording)\s*[:=]\s*(?P<value>\S.*)\Z", re.I | re.S)),
    ("disqualified", re.compile(r"\A(?:inhabil|inhabile|disqualified)\s*[:=]\s*(?P<value>\S.*)\Z", re.I | re.S)),
)  # fmt: skip
_ALL_THERE = re.compile(
    r"\A(?:alle|everyone|everybody|all)\s+(?:er|var|is|was|are|were)\s+(?:til\s+stede|tilstede|mødt"
    r"|present|here)[.!]?\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Recording:
    """One thing said of open minutes. `number` "" means the item at hand."""

    number: str = ""
    move: Move | None = None
    """Where to go; with a `number` and nothing else: to that item."""
    cls: DecisionClass | None = None
    text: str = ""
    """The decision as the minutes are to word it."""
    to: date | None = None
    """The day of the meeting that it is postponed to."""
    person: str = ""
    """Somebody as named, "*" for all members; `part` is what is said of them."""
    part: Part | None = None
    side: Literal["before", "after"] = "before"
    """Of who left: before or after the item."""
    field: Field | None = None
    value: str = ""


def recording(text: str, today: date) -> Recording | None:
    """What a message says of open minutes; None when it says nothing of them. Questions never do."""
    clean = tidy(text)
    for move, pattern in _MOVES:
        if pattern.match(clean):
            return Recording(move=move)
    if not clean or clean.endswith("?"):
        return None
    jump = _JUMP.match(clean)
    if jump is not None:
        return Recording(jump["number"])
    return _of_person(clean) or _of_item(text.strip(), today)


def _of_person(clean: str) -> Recording | None:
    if _ALL_THERE.match(clean):
        return Recording(person="*", part="present")
    ruled: tuple[tuple[Part, re.Pattern[str]], ...] = (
        ("out", _OUT), ("absent", _ABSENT), ("absent", _ABSENT_FIRST), ("left", _LEFT), ("late", _LATE),
        ("present", _PRESENT), ("out", _OUT_HERE),
    )  # fmt: skip
    for part, pattern in ruled:
        found = pattern.match(clean)
        if found is None or _no_person(found["who"]):
            continue
        named = found.groupdict()
        after = (named.get("side") or "").casefold() in ("efter", "after")
        number = named.get("number") or ""
        return Recording(number, person=found["who"].strip(" ,"), part=part, side="after" if after else "before")
    return None


def _no_person(who: str) -> bool:
    """Whether the words before the verb are an item or a question and no name."""
    first = who.casefold().split()[0]
    return first in _NO_NAMES or len(who.split()) > 8


_NO_NAMES = frozenset(
    (
        *("punkt", "punktet", "sagen", "pkt", "hvem", "hvad", "hvornår", "hvorfor", "hvor", "hvilke", "hvilken"),
        *("blev", "var", "der", "det", "det,"),
        *("item", "the", "who", "what", "when", "why", "which", "was", "it", "there", "did", "do"),
    )
)  # fmt: skip


def _of_item(text: str, today: date) -> Recording | None:
    found = _ON_ITEM.match(text)
    if found is None:
        return _worded("", text, today, open_worded=False)
    rest = found["rest"].strip()
    verb = _IMPERATIVE.match(text)
    if verb is not None:
        rest = f"{_PARTICIPLES[verb['verb'].casefold()]} {rest}".strip()
    return _worded(found["number"], rest, today, open_worded=bool(found["joint"]))


_GOES_ON = re.compile(r",|\b(?:dog|med\s+den|med\s+de|med\s+følgende|with\s+the)\b", re.IGNORECASE)
_PARTICIPLES = {
    "udsæt": "udsat", "udskyd": "udsat", "afvis": "afvist", "godkend": "godkendt", "postpone": "postponed",
    "reject": "rejected", "approve": "approved",
}  # fmt: skip


def _worded(number: str, rest: str, today: date, *, open_worded: bool) -> Recording | None:
    """A decision or one of its fields. `open_worded`: any words are a decision; else they begin with a formula."""
    if not rest:
        return None
    for field, pattern in _FIELDS:
        told = pattern.match(rest)
        if told is not None:
            return Recording(number, field=field, value=told["value"].strip())
    said = _BECAME.sub("", rest, count=1).strip()
    cls = formula_of(said)
    if cls is None:
        # Prose is recorded as it stands, without a guess at what it comes to.
        return Recording(number, cls="as_worded", text=_sentence(rest)) if open_worded else None
    if not open_worded and NO_FORMULA.search(said):
        return None
    if not number and not canned(said) and not _GOES_ON.search(said):
        # "Godkendt budget": without the item's number only what can be nothing else is taken for a decision.
        return None
    to = coming_day(said, today) if cls == "postponed" else None
    return Recording(number, cls=cls, text=canned(said) or _sentence(said), to=to)


def _sentence(text: str) -> str:
    told = text.strip().strip('"»«“”').strip()
    told = told[:1].upper() + told[1:]
    return told if told.endswith((".", "!", "…")) else f"{told}."


_REMARK = re.compile(
    rf"\A(?:bemærkning|kommentar|rettelse|remark|comment)(?:\s+(?:til|om|on|to))?(?:\s+(?:{_ITEM}"
    rf"|referatet|hele\s+referatet|the\s+minutes))?"
    r"\s*[:–—-]\s*(?P<text>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def remark_in(text: str) -> tuple[str, str] | None:
    """A remark on minutes in review: the item's number ("" for the whole), and the text; None for no remark."""
    found = _REMARK.match(text.strip())
    return (found["number"] or "", found["text"].strip()) if found is not None else None


_REASON = re.compile(
    r"\b(?:referatet|referat|minutes)\b[^:]*?(?::|\bfordi\b|\bda\b|\bbecause\b|\bsince\b)\s*(?P<reason>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def reason_in(text: str) -> str:
    """Why minutes are to be corrected, behind a colon or "fordi"; "" when it is not said."""
    found = _REASON.search(text)
    if found is None:
        return ""
    told = " ".join(found["reason"].split())
    return told[:1].upper() + told[1:]
