"""What somebody wants to be followed up, taken apart: what, who, by when, how often; and a change in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dialogs.understanding.followupdays import due_in, rhythm_in
from store.followup_records import Recurrence

_FLAGS = re.IGNORECASE | re.DOTALL
_GREETING = r"(?:(?:hej|hejsa|goddag|hi|hello|hey)\s+)?(?:referent[\s,:!]+)?"
_LEADS = tuple(
    re.compile(rf"\A\s*{_GREETING}[\s,]*{lead}", _FLAGS)
    for lead in (
        # The longer before the shorter.
        r"(?:(?:kan|vil|gider)\s+du\s+|could\s+you\s+|can\s+you\s+|please\s+|venligst\s+|vi\s+skal\s+|jeg\s+skal\s+|we\s+(?:need|have|must)\s+(?:to\s+)?|i\s+(?:need|have|must)\s+(?:to\s+)?)?"
        r"(?:huske?|mind|minde|erindre?)\s+(?P<who>mig|os|kanalen|gruppen)?\s*(?:på|om)?\s*(?:at|,)?\s+",
        r"(?:(?:can|could|will|would)\s+you\s+)?(?:please\s+)?remind\s+(?P<who>me|us|the\s+channel|the\s+team)\s+(?:to\s+|of\s+|about\s+|that\s+)?",
        r"(?:please\s+)?remember\s+to\s+",
        r"(?:(?:kan\s+du\s+|vil\s+du\s+|jeg\s+vil\s+(?:gerne\s+)?|please\s+|can\s+you\s+|i\s+want\s+to\s+)?"
        r"(?P<do>opret|oprette|lav|lave|tilføj|tilføje|ny|sæt|registrer|create|make|add|new|set\s+up)\s+)?"
        r"(?:en\s+|et\s+|a\s+|an\s+)?(?:ny\s+|new\s+)?(?:opfølgning(?:spunkt)?|follow[\s-]?up|to-?do|huskeliste|opgave|task)\s*(?:[:–—-]+\s*|(?P<on>på|om|vedr\.?|vedrørende|on|about|for)\s+)",
    )
)
_FOLLOW = re.compile(
    rf"\A\s*{_GREETING}[\s,]*(?:(?:kan|vil)\s+du\s+|husk\s+at\s+|vi\s+skal\s+(?:huske\s+at\s+)?|jeg\s+skal\s+(?:huske\s+at\s+)?|jeg\s+vil\s+(?:gerne\s+)?"
    r"|der\s+skal\s+|please\s+|we\s+(?:should|need\s+to|must|have\s+to)\s+|i\s+(?:should|need\s+to|must|have\s+to)\s+)?"
    r"(?P<verb>følge?s?(?:\s+løbende)?\s+op\s+på|follow[\s-]?up\s+on)\s+",
    _FLAGS,
)
_BARE = re.compile(
    rf"\A\s*{_GREETING}(?:(?:kan\s+du\s+|vil\s+du\s+|jeg\s+vil\s+(?:gerne\s+)?|please\s+|can\s+you\s+|i\s+want\s+to\s+)?"
    r"(?:opret|oprette|lav|lave|tilføj|tilføje|create|make|add|set\s+up)\s+)?(?:en\s+|et\s+|a\s+|an\s+)?(?:ny\s+|new\s+)?"
    r"(?:opfølgning|opfølgningspunkt|follow[\s-]?up|huskeliste)[\s.!?:]*\Z",
    _FLAGS,
)
_NAME = r"(?P<name>[^,;.!?\n]{2,80}?)"
_END = (
    r"(?=\s*(?:[,;!?\n]|\.(?:\s|\Z)|\Z|\b(?:og\s+(?:fristen?|senest)|and\s+(?:due|the\s+deadline|by))\b"
    r"|\b(?:senest|inden|med\s+frist|frist(?:en)?|by|before|due|no\s+later|deadline)\b))"
)
_WHO = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        rf"[\s,;.]*\b(?:og\s+|and\s+|med\s+)?(?:den\s+)?(?:ansvarlige?|tovholder(?:en)?|ansvaret|the\s+responsible(?:\s+person)?|responsible|owner|assignee)\s*(?::|\b(?:er|bliver|skal\s+være|har|is|will\s+be|should\s+be))\s*{_NAME}{_END}",
        rf"[\s,;.]*\b(?:med|with)\s+{_NAME}\s+(?:som|as)\s+(?:ansvarlig|tovholder|responsible|(?:the\s+)?owner)\b",
        rf"[\s,;.]+(?:og\s+|and\s+)?(?:er\s+)?{_NAME}\s+(?:er|bliver|is)\s+(?:den\s+)?(?:ansvarlige?|tovholder(?:en)?|responsible|(?:the\s+)?owner)\b",
        rf"[\s,;.]+{_NAME}\s+har\s+(?:ansvaret|bolden)\b",
        rf"[\s,;.]*\b(?:ansvarlig|tovholder|assigned\s+to|tildel(?:t|es)?|tildeles|gives\s+til)\s*:?\s+{_NAME}{_END}",
    )
)
_SELF = re.compile(r"\A(?:mig(?:\s+selv)?|jeg|os|me|myself|i)\Z", _FLAGS)
_TITLE = re.compile(
    r"\A(?:(?:den|det|the)\s+)?\w[\w&/ -]*?(?:chef(?:en)?|direktør(?:en)?|lederen?|konsulent(?:en)?|sekretær(?:en)?"
    r"|formand(?:en)?|sekretariat(?:et)?|forvaltning(?:en)?|afdeling(?:en)?|udvalg(?:et)?|stab(?:en)?|center|centret"
    r"|administration(?:en)?|borgmester(?:en)?|controller(?:en)?|team(?:et)?|manager|director|secretary|department"
    r"|committee|secretariat|office)\Z",
    _FLAGS,
)
_PERSON = re.compile(r"\A[A-ZÆØÅ][\w'’.-]+(?:\s+(?:(?:van|von|de|af)\s+)?[A-ZÆØÅ][\w'’.-]*){0,3}\Z")
_TRIM = " \t\n,;:.–—-"


@dataclass(frozen=True, slots=True)
class Wish:
    """A follow-up as it was said. `who` "" when nobody was named; `myself`: the speaker, said or meant."""

    title: str
    who: str = ""
    myself: bool = False
    due: date | None = None
    recurrence: Recurrence | None = None
    asked: bool = True
    """It was asked for; False when words only stand there as the name of a matter would: "opfølgning på LUP"."""


def wish_in(text: str, today: date) -> Wish:
    """What is to be followed up in a message that asks for it; the title is "" when nothing is named."""
    if _BARE.match(text):
        return Wish("")
    follow = _FOLLOW.match(text)
    lead = follow or next((match for each in _LEADS if (match := each.match(text))), None)
    told = lead.groupdict() if lead is not None else {}
    rest = text[lead.end() :] if lead is not None else text
    inner = _FOLLOW.match(rest) if follow is None else None
    if inner is not None:
        follow, rest = inner, rest[inner.end() :]
    rhythm = rhythm_in(rest) or (rhythm_in(follow["verb"]) if follow is not None else None)
    if rhythm is not None and rhythm_in(rest) is not None:
        rest = f"{rest[: rhythm[0]]}, {rest[rhythm[1] :]}"
    who, rest = _who(rest)
    due = due_in(rest, today)
    if due is not None:
        rest = f"{rest[: due.start]}, {rest[due.end :]}"
    parts = [part.strip(_TRIM) for part in rest.split(",")]
    parts = [part for part in parts if re.search(r"\w", part)]
    if not who:
        at = next((number for number, part in enumerate(parts) if number and _is_who(part)), None)
        who = parts.pop(at) if at is not None else ""
    title = ", ".join(parts)
    title = _followed(title, follow["verb"] if follow is not None else told.get("on") or "")
    bare = lead is None or (bool(told.get("on")) and not told.get("do") and not any((who, due, rhythm)))
    speaker = (told.get("who") or "").casefold() in ("mig", "me") or bool(_SELF.match(who))
    return Wish(
        _capital(title),
        "" if _SELF.match(who) else who,
        speaker,
        due.day if due is not None else None,
        rhythm[2] if rhythm is not None else None,
        not bare,
    )


def _followed(title: str, by: str) -> str:
    """ "Følg op på taget" for what followed "opfølgning på" or "følge op på"."""
    if not by or not title:
        return title
    english = by.casefold().split()[0].split("-")[0] in ("follow", "on", "about", "for")
    return f"Follow up on {title}" if english else f"Følg op på {title}"


def who_in(text: str) -> str:
    """Who is responsible by a message such as "ansvarlig er Bo"; "" for nobody."""
    return _who(f", {text}")[0]


def _who(text: str) -> tuple[str, str]:
    """Who is named as responsible, and the text without it."""
    for pattern in _WHO:
        match = pattern.search(text)
        if match is not None:
            return match["name"].strip(_TRIM + "\"'»«"), f"{text[: match.start()]}, {text[match.end() :]}"
    return "", text


def _is_who(part: str) -> bool:
    return len(part) <= 60 and bool(_PERSON.match(part) or _TITLE.match(part) or _SELF.match(part))


def _capital(text: str) -> str:
    told = " ".join(text.split()).strip(" ,;:")
    return told[:1].upper() + told[1:]


_NOTE = re.compile(
    r"\A\s*(?:(?:tilføj|skriv|lav|add|write|make)\s+(?:en\s+|et\s+|a\s+)?)?(?:noter|notér|note|notat|bemærkning|kommentar|kommentér|kommenter|comment)"
    r"(?:\s+(?:på|til|on|to)\s+(?:den|det|opfølgningen|it|the\s+follow[\s-]?up))?\s*(?:[:–—,-]+|\bat\b|\bthat\b)\s*(?P<rest>.+)\Z",
    _FLAGS,
)
_WHY = re.compile(
    r"(?:(?:[:–—]|,)\s*(?:fordi|da|because|since)?|\b(?:fordi|because|since)\b|\bpå\s+grund\s+af\b|\bpga\.?|\bdue\s+to\b)\s*"
    r"(?P<why>\S.*)\Z",
    _FLAGS,
)
_TO_WHOM = re.compile(
    r"\b(?:til|to|over\s+til|er|is|som|as)\s+(?P<name>[^,;:!?\n]{2,80}?)\s*(?:[.!?]?\s*\Z|[,;:]\s*(?P<why>.*)\Z)",
    _FLAGS,
)


def note_in(text: str) -> str:
    """What is to be noted, as written behind "notér:"; "" for nothing."""
    found = _NOTE.match(text)
    return found["rest"].strip() if found is not None else ""


def why_in(text: str) -> str:
    """The reason behind a colon, a comma or "fordi"; "" for none."""
    found = _WHY.search(text)
    return found["why"].strip() if found is not None else ""


def whom_in(text: str) -> tuple[str, str]:
    """To whom something is handed over, and what is said with it."""
    found = _TO_WHOM.search(text)
    return (found["name"].strip(_TRIM), (found["why"] or "").strip()) if found is not None else ("", "")
