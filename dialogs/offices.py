"""Who holds an office: only a text that names the holder answers, never one in which the word just occurs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from store.records import Fact, Finding, Query

_NAME = r"(?<![\w'’.-])[A-ZÆØÅ][\w'’.-]{0,30}+(?:\s+[A-ZÆØÅ][\w'’.-]{0,30}+){0,3}"
_PERSON = r"(?<![\w'’.-])[A-ZÆØÅ][\w'’-]{1,30}+(?:\s+[A-ZÆØÅ][\w'’.-]{0,30}+){1,3}"
_PARTY = r"(?:\s*\([^)]{0,40}\))?"
_IS = (
    r"(?:(?:er|var|bliver|blev|har|skal|vil|kan|bør)\s+)?(?:er|var|være|været|bliver|blev|blive|blevet|udpeges|udpegedes|"
    r"udpeget|udnævnes|udnævnt|vælges|valgtes|valgt|ansættes|ansat|konstitueres|fungerer|fungere|indstilles|foreslås|virker|"
    r"tiltræder|fortsætter|is|was|be|becomes|became)"
)
_NOT_OF = r"(?![^.]{0,60}?(?:indstill|anbefal|foresl|oriente|fremlæg|præsent|refer))"
"""Who recommends that there be a project manager, or reports to one, is none."""
_AS = r"(?:\s+\w+){0,3}?(?:\s+(?:som|til|as))?(?:\s+\w+){0,1}?"
_FOR = r"(?:\s+(?:for|i|på|af|ved|of)\s+[\w\s-]{1,50}?)?"
_WHO = r"(?:hvem|who|navnet\s+på|name\s+of)"
_ASKING = (
    r"(?:er|var|bliver|blev|blevet|har|skal|være|været|valgt|udpeget|ansat|til|som|den|det|nye|ny|nuværende|is|was|are|were|be|will|"
    r"has|been|becomes|became|the|a|an|new|current|appointed|elected|as)"
)
_NOBODY = frozenset(
    (
        "der",
        "det",
        "den",
        "de",
        "som",
        "han",
        "hun",
        "udvalget",
        "direktionen",
        "byrådet",
        "hvem",
        "vedkommende",
        "dette",
    )
)


_AROUND = 120
"""Characters before and behind an office's name in which its holder may stand."""
_MOST_PLACES = 40


class Office:
    """An office by the words that ask for it and the stem that names it in minutes."""

    def __init__(self, asked: str, told: str) -> None:
        self.words = re.compile(rf"(?<!\w)(?:{asked})(?!\w)", re.IGNORECASE)
        # "Hvem er ansvarlig for tovholdere" asks for no office.
        self.asked = re.compile(rf"(?<!\w){_WHO}\s+(?:{_ASKING}\s+){{0,5}}(?:{asked})(?!\w)", re.IGNORECASE)
        name = rf"(?i:(?<!\w){told})(?!\w)"
        self._forms = (
            # "Hanne Winther (formand)", "Bo Sørensen, tovholder"
            re.compile(rf"(?P<who>{_NAME}){_PARTY}\s*[(,–-]\s*(?:\w+\s+){{0,2}}?{name}"),
            # "Formand: Hanne Winther", "tovholder Bo Sørensen"
            re.compile(rf"{name}\s*:?\s+(?P<who>{_NAME})"),
            # "HR er tovholder", "It-chefen udpeges som projektleder"
            re.compile(rf"(?P<who>{_NAME}|(?<![\w-])[\w-]{{2,40}}+){_PARTY}\s+{_IS}{_AS}\s+{name}"),
            # "Bo Sørensen (HR) overtager opgaven som formand"
            re.compile(rf"(?P<who>{_PERSON}){_PARTY}{_NOT_OF}[^.;:\n]{{1,40}}?{name}"),
            # "med Bo Sørensen som formand"
            re.compile(rf"(?P<who>{_NAME}|(?<![\w-])[\w-]{{4,40}}+){_PARTY}\s+(?:som|as)\s+(?:\w+\s+){{0,2}}?{name}"),
            # "Formand for styregruppen er økonomidirektøren"
            re.compile(rf"{name}{_FOR}\s+(?:er|bliver|blev|var|is|was)\s+(?P<who>{_NAME}|(?<![\w-])[\w-]{{4,40}}+)"),
        )
        self._name = re.compile(rf"\W*{name}\W*")
        self._told = re.compile(name)

    def held(self, fact: Fact) -> bool:
        """Whether the fact names who holds the office."""
        if fact.label and self._name.fullmatch(fact.label):
            return True
        places = islice(self._told.finditer(fact.text), _MOST_PLACES)
        around = (fact.text[max(0, place.start() - _AROUND) : place.end() + _AROUND] for place in places)
        return any(
            match["who"].split()[0].casefold() not in _NOBODY and not self._name.fullmatch(match["who"])
            for text in around
            for form in self._forms
            for match in form.finditer(text)
        )


_OFFICES = (
    Office(r"(?:næst|vice)form[aæ]nd\w*|(?:deputy|vice)[ -]chair\w*", r"(?:næst|vice)formand(?:en)?"),
    Office(
        r"(?:udvalgs|bestyrelses)?form[aæ]nd(?:en|s|ens|skab|skabet)?|formandskab\w*|chairs?|chair(?:man|woman|person)|"
        r"chaired|heads",
        r"(?!næst|vice)\w*formand(?:en)?",
    ),
    Office(r"borgmester(?:en)?|mayor", r"(?!vice)borgmester(?:en)?"),
    Office(r"projektleder(?:en)?|project (?:manager|leader)", r"projektleder(?:en)?"),
    Office(r"projektejer(?:en)?|project owner", r"projektejer(?:en)?"),
    Office(r"tovholder(?:en|e)?|koordinator(?:en)?|coordinator", r"(?:tovholder|koordinator)(?:en|e)?"),
    Office(r"kontaktperson(?:en|er)?|contact person", r"kontaktperson(?:en|er)?"),
)
_BESIDE = re.compile(r"\W+|(?<!\w)(?:navnet|på|of|the|name|den|nuværende|current|is|er|for)(?!\w)", re.IGNORECASE)


def office_asked(query: Query) -> Office | None:
    """The office whose holder is asked for; None when the question is another one."""
    if query.intent not in ("responsible", "find"):
        return None
    return next((office for office in _OFFICES if office.asked.search(query.text)), None)


def is_of_body(query: Query, office: Office) -> bool:
    """Whether the office is one of the body itself ("formand for økonomiudvalget"), and of no matter."""
    return query.body is not None and not _BESIDE.sub("", office.words.sub("", query.topic))


def held_by(office: Office, finding: Finding) -> Finding:
    """The finding with the fact first that names who holds the office; not stated when none does."""
    if finding.status != "answered":
        return finding
    known: Iterable[Fact] = (*finding.facts, *(finding.item.facts if finding.item is not None else ()))
    holding = next((fact for fact in dict.fromkeys(known) if office.held(fact)), None)
    if holding is None:
        return replace(finding, status="not_stated")
    return replace(finding, facts=(holding, *(fact for fact in finding.facts if fact is not holding)))
