"""Who has which part in a plan: persons and bodies tied to a role by a sentence, a label or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.ingest.flow import Place, quote
from store.ingest.membernames import members, parted
from store.ingest.names import FIRST_NAMES
from store.ingest.parsed import ParsedFact, ParsedList, ParsedResponsibility
from store.ingest.rolewords import (
    GROUP,
    INNER_GROUP,
    INNER_ROLE,
    IS_CALLED,
    LABELLED,
    NEEDED,
    SENTENCES,
    WIDE_GROUP,
)
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant, without

_JOB = re.compile(
    r"\b(?:\w*chef|\w*direktør|\w*leder|\w*konsulent|borgmester|rådmand|\w*formand|\w*medarbejder|"
    r"\w*koordinator|\w*sekretær)(?:en|e|er|erne|ne)?\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:(?i:\w*udvalg(?:et|ene)?|\w*råd(?:et)?|\w*bestyrelse(?:n)?|\w*forvaltning(?:en|er|erne)?|"
    r"\w*afdeling(?:en)?|\w*sekretariat(?:et)?|\w*center|"
    r"\w*centret|\w*gruppe(?:n|r|rne)?|\w*direktion(?:en)?|\w*stab(?:en)?|\w*kommune(?:n|r|rne)?|\w*team(?:et)?|"
    r"\w*forening(?:en)?|\w*cheferne|"
    r"\w*department|\w*council|\w*committee|\w*office|"
    r"repræsentanter|medlemmer|\w*administration(?:en)?|\w*ledelse(?:n)?)|[A-ZÆØÅ]{2,}\w*|KL)\b"
)
_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøåéü]+(?:[ -][A-ZÆØÅ](?:[a-zæøåéü]+|\.))+")
_PRONOUN = re.compile(
    r"(?i)\A(?:det|der|dette|den|de|disse|denne|som|vi|man|han|hun|her|hvis|når|at|hvilket|kommunen har|et|en)\Z"
)
_NOBODY = re.compile(
    r"(?i)\A(?:(?:be)?mandet|ansat|oprettet|etableret|placeret|lukket|åbent?|udpeget|valgt|nedsat|sammensat|involveret|inviteret|orienteret|enige?|med\s|i\s|blevet|ikke|fortsat|allerede|også|således|placeret|"
    r"ansvarlige?|klar|parat|afgørende|vigtige?|nødvendige?|derfor|bl\.a\.|på|at\s|en\sdel\saf)\b"
)
_TAIL = re.compile(r",\s(?:ligesom|hvor|så|således|mens|og\s(?:er|vil|skal|kan|det)|som|der|hvilket|idet|da)\s.*\Z")
_OWN_NAME = re.compile(
    r"(?!(?:Det|Der|Den|De|Dette|Disse|Denne|Vi|Man|Her|Som|Hvem|Alle)\b)[A-ZÆØÅ][\wæøå-]+(?:\s(?:og|for|[A-ZÆØÅ][\wæøå-]+)){0,5}\Z"
)
_ASIDE = re.compile(r",\s(?:hvor|mens|og|som|der)\s")
"""The subject of a clause stands behind it: "Planen følges af rådet, hvor Mette Ravn er formand"."""
_STEMS = (
    "gruppe", "group", "committee", "manager", "owner", "chair",
    "ledelse", "råd", "sekret", "force", "team", "formand", "forperson", "leder", "ejer", "tovholder",
    "kontakt",
    "koordin", "ansvar", "bestiller", "referent", "medlem", "deltager", "sponsor", "sagsbehandler", "konsulent",
    "medarbejder",
    "udfør", "vareta", "står for", "stå for", "forank", "rettes til", "sikre", "udgør", "arbejdet af",
    "opgavestiller", "udvalget",
    "udformet af", "gennemført af", "stilles til", "sendes til",
)  # fmt: skip
_MARK = re.compile(r"[:\t–-]")
"""What parts a role from its name in a line of its own."""
_TRIM = " \t,;:.–—-|"


@dataclass(frozen=True, slots=True)
class _Tie:
    role: str
    name: str
    places: tuple[tuple[int, int], ...] = ()
    """Where the group and this member stand in the sentence, when others are named beside it."""


def find_roles(structure: Structure) -> list[ParsedResponsibility]:
    """Every tie of a person or body to a role, in reading order; the same tie is told once."""
    found: dict[tuple[str, str], ParsedResponsibility] = {}
    text = structure.stream.text
    reader = _Reader(structure.lost)
    rows = [
        (index, block.start, block.end)
        for index, block in enumerate(structure.blocks)
        if block.kind == "row" and block.text.count("\t") == 1
    ]
    for index, start, end in sorted([*structure.holding(reader.stems), *rows]):
        sentence = text[start:end].replace("\n", " ")
        if len(sentence) > 600 or not reader.may_hold(sentence):
            continue
        for tie in reader.ties(sentence):
            fact = _fact(structure, index, [(start + a, start + b) for a, b in tie.places] or [(start, end)])
            key = tie.role.casefold(), tie.name.casefold()
            if fact.spans:
                found.setdefault(key, ParsedResponsibility(fact, tie.role, tie.name))
    return list(found.values())


def _fact(structure: Structure, index: int, places: Sequence[tuple[int, int]]) -> ParsedFact:
    spans: list[Place] = [place for start, end in places for place in structure.stream.places(start, end)]
    text, found = quote(structure.stream.pages, spans)
    return ParsedFact("responsibility", text, found, label=structure.label_of(index))


def member_roles(lists: Sequence[ParsedList], lost: str = "") -> list[ParsedResponsibility]:
    """The members of groups that are listed under the group's name: "Styregruppe" and a name on each line."""
    group = tolerant(rf"(?:{GROUP}s\s(?:\w+\s)?medlemmer|{GROUP}|medlemmer|deltagere)\b", lost)
    reader = _Reader(lost)
    found: list[ParsedResponsibility] = []
    for each in lists:
        match = group.search(each.name) if each.kind in ("member", "group") else None
        if match is None:
            continue
        for part in each.parts:
            name, own = parted(_clean(part.fact.text))
            if len(name) < 120 and reader.somebody(name):
                labelled = next(iter(reader.ties(part.fact.text)), None)
                fact = replace(part.fact, kind="responsibility")
                group_role = _with_part(match.group(), own)
                role, who = (labelled.role, labelled.name) if labelled else (group_role, name)
                found.append(ParsedResponsibility(fact, role, who))
    return found


class _Reader:
    """Reads the ties of one sentence, in a text that may have lost letters."""

    def __init__(self, lost: str) -> None:
        self.lost = lost
        self._patterns = [tolerant(pattern, lost) for pattern in SENTENCES]
        self._called = tolerant(IS_CALLED, lost, 0)
        self._labelled = tolerant(LABELLED, lost)
        self._cue = tolerant(
            rf"{INNER_GROUP}|{INNER_ROLE}|ansvar|varetage|står\sfor|forankre|rettes\stil|kontaktes|udarbejdet\saf|"
            rf"leder|koordinerer|skal\ssikre|\budgør\b",
            lost,
            0,
        )
        self._body = tolerant(_BODY.pattern, lost, 0)
        self.stems = tuple(without(stem, lost) for stem in _STEMS) if lost else _STEMS

    def may_hold(self, sentence: str) -> bool:
        """A cheap look before the patterns are tried."""
        low = sentence.lower()
        for stem in self.stems:
            if stem in low:
                return self._cue.search(low) is not None
        return False

    def ties(self, sentence: str) -> Iterator[_Tie]:
        """Role and name of every tie in a sentence."""
        labelled = self._labelled.match(sentence) if _MARK.search(sentence) else None
        if labelled and not sentence.endswith(":"):
            yield from self._each(labelled, labelled.start("role"), "name")
            return
        low = sentence.lower()
        for number, pattern in enumerate(self._patterns):
            if not self.lost and number in NEEDED and not any(word in low for word in NEEDED[number]):
                continue
            if number == 1 and not self._called.search(low):
                continue
            for match in pattern.finditer(sentence):
                if number == 1 and (each := list(self._each(match, match.start("role"), "name"))) and len(each) > 1:
                    yield from each
                    continue
                tie = self._tie(number, match)
                if tie and (self.somebody(tie.name) or (number in (4, 9) and _OWN_NAME.match(tie.name))):
                    yield tie

    def _each(self, match: re.Match[str], begin: int, group: str) -> Iterator[_Tie]:
        """The tie of a role to each of the members that stand behind it, else to what stands there as a whole."""
        role = _clean(match["role"])
        at = match.start(group)
        several = members(match[group])
        if not several:
            name, part = parted(_clean(match[group]))
            yield _Tie(_with_part(role, part) if part else role, name)
        head = begin, begin + len(match.string[begin:at].rstrip())
        for one in several:
            yield _Tie(_with_part(role, one.part), one.name, (head, (at + one.start, at + one.end)))

    def _tie(self, number: int, match: re.Match[str]) -> _Tie | None:
        if number in (0, 2, 3):
            subject = match["subject"]
            aside = number > 0 or _ASIDE.search(subject) is not None
            return _Tie(_clean(match["role"]), _clean(_after_conjunction(subject) if aside else subject))
        if number == 1:
            return _Tie(_clean(match["role"]), _clean(match["name"]))
        if number in (4, 9):
            verb = match["verb"]
            if re.match(r"(?i)(?:skal sikre|følger|leder|koordinerer|står for)", verb) and not self._body.search(
                match["subject"]
            ):
                return None
            return _Tie(f"{_role_of(verb)} {_clean(match['task'])}", _clean(_after_conjunction(match["subject"])))
        if number == 5:
            return _Tie(f"ansvaret for {_clean(match['task2'])}", _clean(match["owner"]))
        if number == 6:
            return _Tie(_clean(match["anchor"]), _clean(match["home"]))
        if number in (7, 8):
            return _Tie("kontakt", _clean(match["person"] if number == 7 else match["person2"]))
        return _Tie(f"{match['written']} af", _clean(match["author"]))

    def somebody(self, name: str) -> bool:
        """Whether a text names a person, a job or a body."""
        if len(name) < 2 or _PRONOUN.match(name) or _NOBODY.match(name) or len(name) > 170:
            return False
        return bool(
            _NAME.search(name) or self._body.search(name) or _JOB.search(name) or name.split()[0].lower() in FIRST_NAMES
        )


def _with_part(group: str, part: str | None) -> str:
    """The role of a member with a part of its own in the group: "Styregruppe, formand"."""
    return f"{group}, {part}" if part else group


def _role_of(verb: str) -> str:
    return "ansvarlig for" if "ansvar" in verb else re.sub(r"\A(?:er|skal)\s", "", verb)


def _after_conjunction(text: str) -> str:
    """The subject of a clause without what stands before it in the sentence."""
    text = re.sub(rf"(?i)\A.*?{WIDE_GROUP}\s(?:og|g|samt|mens)\s", "", text)
    parts = re.split(r"\b(?:at|hvor|fordi|når|hvis|men|mens|som|og at|således at)\s|,\s", text)
    last = parts[-1].strip()
    last = re.sub(r"(?i)\A(?:g|og|samt|derfor|dermed|desuden|herudover|endvidere)\s", "", last)
    return last if len(last) > 1 else text


def _clean(text: str) -> str:
    text = re.sub(r"(?i)\A(?:som|og|g|der|at|samt|derfor|dermed)\s", "", " ".join(text.split()))
    return _TAIL.sub("", text).strip(_TRIM)
