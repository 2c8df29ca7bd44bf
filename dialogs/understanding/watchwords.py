"""What is to be watched for, from the words behind the wording: a topic, a case, a body, or what is in talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.understanding.slots import BodyNames, Slot, numbers
from dialogs.understanding.text import words

_END = r"[\s,.!?:;]*$"
_ASIDE = re.compile(
    r"[,\s]+(?:og\s+(?:giv|sig|skriv)\b.*|and\s+(?:tell|let|write)\b.*|tak|venligst|på\s+forhånd\s+tak|her\s+i\s+(?:kanalen|gruppen|chatten)|i\s+(?:denne\s+)?(?:kanal|kanalen|gruppen)|"
    r"her|fremover|fra\s+nu\s+af|i\s+fremtiden|mere|længere|for\s+(?:mig|os)|igen|please|thanks|thank\s+you|"
    r"(?:here\s+)?in\s+(?:this|the)\s+(?:channel|group|chat)|here|from\s+now\s+on|in\s+(?:the\s+)?future|any\s?more|"
    r"any\s+longer|for\s+(?:me|us)|again)" + _END,
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\s+(?:(?:bliver|er|er\s+blevet)\s+)?(?:endeligt\s+)?(?:besluttet|besluttes|vedtaget|vedtages|godkendt|godkendes|"
    r"afgjort|afgøres)" + _END + r"|\s+(?:(?:is|are|gets?|get|has\s+been|have\s+been)\s+)?(?:finally\s+)?"
    r"(?:decided|adopted|approved|passed|settled|resolved)(?:\s+(?:on|upon|about))?" + _END,
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\s+(?:(?:bliver|er)\s+)?(?:behandlet|behandles|drøftet|drøftes|diskuteret|diskuteres|nævnt|nævnes|taget\s+op|"
    r"tages\s+op)(?:\s+(?:igen|næste\s+gang))?" + _END
    + r"|\s+(?:kommer|er|står|sættes|skal)\s+(?:igen\s+)?(?:på|op|til|for|med|frem)\b(?:\s+\w+){0,4}" + _END
    + r"|\s+(?:dukker\s+op|er\s+på\s+dagsordenen)" + _END
    + r"|\s+(?:(?:is|are|gets?)\s+)?(?:discussed|treated|mentioned|considered|on\s+(?:the|an|any)\s+agenda|up)" + _END
    + r"|\s+(?:comes?|turns?|shows?|goes)\s+(?:up|back|on|in)\b(?:\s+\w+){0,4}" + _END,
    re.IGNORECASE,
)  # fmt: skip
_OF_IT = (
    r"(?:beslutning(?:er|en|erne)?|afgørelser?|referat(?:er|et|erne)?|dagsorden(?:er|en)?|sag(?:er|en|erne)?|emne(?:r|t)?|"
    r"nyheder|udviklingen|oplysninger|spørgsmålet|alt|noget|nyt|decisions?|minutes|agendas?|items?|cases?|matters?|news|"
    r"developments?|anything|everything|something|all|topic|question)"
)
_LEAD = re.compile(
    rf"^(?:(?:der|det|man|there|at|if|is|are)\s+)*(?:(?:alt|alle|noget|nyt|nye|ny|en|et|den|det|de|a|an|the|any|new|all)\s+)*"
    rf"(?:{_OF_IT}\s+)+(?:nyt\s+|new\s+)?"
    r"(?:om|vedrørende|vedr\.?|angående|omkring|i|fra|på|med|der\s+handler\s+om|about|on|regarding|concerning|around|in|"
    r"from|of|with|related\s+to|to\s+do\s+with|called)\s+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"^(?:om|vedrørende|vedr\.?|angående|omkring|about|on|regarding|concerning)\s+", re.IGNORECASE
)
_DECISION = re.compile(
    r"\b(?:beslutning|beslutte|afgørelse|afgør|vedtage|vedtager|vedtagelse|decision|decid|adopt)", re.IGNORECASE
)
_IN = re.compile(r"\s+(?:i|fra|hos|på|in|from|at|by|of)(?:\s+the)?\s*$", re.IGNORECASE)
_QUOTES = "\"'»«“”„‘’ \t.,!?:;"
_FILLING = """
alt alle alting hvad nye ny nyt noget en et den det de der er referat referater referaterne referatet dagsorden
dagsordener dagsordenen dagsordenerne beslutning beslutninger beslutningerne afgørelser møde møder møderne mødet
punkter sager sagerne fra i af på om hos til kommer bliver udsendes offentliggøres beslutter vedtager behandler
behandles besluttes sker udsender mødes holder har holdt når som besluttet everything anything something all new
news minutes agenda agendas decision decisions meeting meetings items cases matters from in of by at on about
the is are published decides decide meets that they happens comes out there any a an to
næste kommende ude ud klar klart udkommet foreligger next ready available
"""
_POINTING = """
det den dem dette denne sagen sag punktet emnet sagens dens it this that case matter item topic one these them
"""
_NOTHING, _BACK = frozenset(_FILLING.split()), frozenset(_POINTING.split())
_BESIDE = "her i om med på til der noget sker the in about to happens anything own hele"
_AROUND = frozenset(_BESIDE.split())
_OTHERWISE = re.compile(r"^(?:op|up)\b|\b(?:was|were|did|blev|var)\b", re.IGNORECASE)
"""What "følg op" and "tell me if it was" ask for is no watch."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to be told of. `back`: what is being talked about; all may be missing."""

    topic: str = ""
    case: str | None = None
    item: str | None = None
    """An agenda item's number."""
    body: str | None = None
    """The name of a known body."""
    back: bool = False
    decided: bool = False
    """Decisions alone."""

    @property
    def nothing(self) -> bool:
        """Whether nothing is named."""
        return not (self.topic or self.case or self.item or self.body or self.back)


def behind(text: str, argument: str) -> tuple[str, str]:
    """A message parted where an argument begins: what stands before it, and all from there on."""
    match = re.search(rf"(?<!\w){re.escape(argument)}(?!\w)", text)
    at = match.start() if match else len(text)
    return text[:at], text[at:]


def otherwise(matter: str) -> bool:
    """Whether the words behind the wording make something else of it."""
    return _OTHERWISE.search(matter) is not None


def wanted(matter: str, names: BodyNames, before: str = "") -> Wanted:
    """What is named in `matter`, the words behind the wording; a body may stand in `before`, among its words."""
    text, decided = _bare(matter)
    found = numbers(text)
    case = next((slot for slot in found if slot.kind == "case"), None)
    if case is not None:
        return Wanted(case=case.value, decided=decided)
    bodies = names.find(words(text))
    ahead = names.find(words(before))
    body = ahead[0].value if ahead else None
    if len(bodies) == 1:
        text, body = _without(text, bodies[0], body)
    decided = decided or (
        body is not None and _says_nothing(text) and _DECISION.search(f"{before} {matter}") is not None
    )
    said = {word.norm for word in words(text)}
    if body is None and said & _BACK and said <= _BACK | _AROUND:
        return Wanted(back=True, decided=decided)
    if _says_nothing(text):
        return Wanted(body=body, decided=decided)
    item = next((slot for slot in found if slot.kind == "item"), None)
    if item is not None and len(words(text)) <= 3:
        return Wanted(item=item.value, decided=decided)
    return Wanted(text, body=body, decided=decided)


def _bare(matter: str) -> tuple[str, bool]:
    """The matter without politeness, frames and quotation marks, and whether only decisions on it are wanted."""
    text, decided = matter.strip(), False
    for _ in range(4):
        shorter = _ASIDE.sub("", text)
        if _DECIDED.search(shorter):
            shorter, decided = _DECIDED.sub("", shorter), True
        shorter = _TREATED.sub("", shorter)
        lead = _LEAD.match(shorter)
        if lead is not None:
            decided = decided or _DECISION.search(lead.group()) is not None
            shorter = shorter[lead.end() :]
        shorter = _PREPOSITION.sub("", shorter)
        if not shorter.strip(_QUOTES):
            break
        if shorter == text:
            break
        text = shorter
    return " ".join(text.strip(_QUOTES).split()), decided


def _without(text: str, slot: Slot, body: str | None) -> tuple[str, str | None]:
    """The matter without the body that limits it; with it where it is part of the matter."""
    head, tail = text[: slot.start], text[slot.end :]
    rest = " ".join(f"{_IN.sub(' ', f' {head}')} {tail}".split()).strip(_QUOTES)
    limits = _says_nothing(rest) or _IN.search(f" {head}") is not None or not head.strip()
    return (rest, slot.value) if limits else (text, body)


def _says_nothing(text: str) -> bool:
    return {word.norm for word in words(text)} <= _NOTHING


def alike(texts: Sequence[str], wanted_text: str) -> list[int]:
    """Which of the texts are meant by another: the same one, else those that hold all of its words."""
    said = {word.norm for word in words(wanted_text)}
    same = [at for at, text in enumerate(texts) if {word.norm for word in words(text)} == said]
    return same or [at for at, text in enumerate(texts) if said and _holds(text, said)]


def _holds(text: str, said: set[str]) -> bool:
    own = {word.norm for word in words(text)}
    return all(any(each.startswith(part[:6]) for each in own) for part in said)
