"""Who has which part in a plan: persons and bodies tied to a role by a sentence, a label or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from store.ingest.names import FIRST_NAMES
from store.ingest.parsed import ParsedFact, ParsedList, ParsedResponsibility
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant, without

_GROUP = (
    r"(?:\w*(?:styre|projekt|arbejds|følge|reference|program|koordinations|koordinerings|tema|redaktions|"
    r"ekspert|implementerings|analyse|bruger|"
    r"delprojekt)gruppe(?:n|rne|r)?|programledelse(?:n)?|projektledelse(?:n)?|projektråd(?:et)?|"
    r"programråd(?:et)?|advisory\sboard|"
    r"sekretariat(?:et)?|task\s?force(?:n)?|udvalget|rådet|projektteam(?:et)?|styregruppeformand(?:en)?)"
)
_WIDE_GROUP = r"\w*(?:gruppen?|ledelsen|udvalget|rådet)"
_PERSON_ROLE = (
    r"(?:(?:faglig|administrativ|politisk|daglig|overordnet|intern|ekstern|"
    r"kommunal)\s)?(?:næst)?(?:\w*formand(?:en|skabet)?|forperson(?:en)?|"
    r"\w*projektleder(?:en|e|ne)?|programleder(?:en)?|\w*projektejer(?:en)?|programejer(?:en)?|systemejer|"
    r"procesejer|tovholder(?:en|e|ne)?|"
    r"kontaktperson(?:en|er|erne)?|kontakt|projektkoordinator(?:en)?|koordinator(?:en)?|projektansvarlig(?:e)?|"
    r"programansvarlig|opgavestiller|"
    r"bestiller(?:en)?|sekretær(?:en)?|referent(?:en)?|medlem(?:mer|merne)?|gevinstejer(?:en)?|gevinstansvarlig|"
    r"deltager(?:e|ne)?|sponsor|ejer(?:en)?|"
    r"ansvarlig(?:e)?|sagsbehandler|proceskonsulent|projektmedarbejder(?:e)?|udfører(?:ne)?)"
)
_ROLE = (
    rf"(?:{_PERSON_ROLE}(?:\s(?:for|af|i)\s[^,.;:\n\t]{{3,60}}?)?|{_GROUP}s?\sformand|"
    rf"formand(?:en)?\sfor\s{_GROUP}|{_GROUP})"
)
_COPULA = (
    r"(?:er|vil\svære|bliver|fungerer\ssom|indgår\ssom|udpeges\ssom|er\sudpeget\s(?:som|til)|"
    r"er\svalgt\s(?:som|til)|virker\ssom|skal\svære|tiltræder\ssom)"
)
_END = r"(?=[.;\n\t]|,\s(?:som|der|hvor|og\s(?:er|vil|skal)|mens|således)\b|\s(?:som|der|for\sat|således\sat)\s|\Z)"
_SENTENCES = (
    rf"(?:\A|(?<=[.,:;]\s))(?P<subject>[A-ZÆØÅ][^.;:\n\t]{{1,110}}?)\s{_COPULA}\s(?P<role>(?:\w+\s)?{_ROLE}){_END}",
    rf"(?P<role>(?:\w+\s)?{_ROLE})(?:,\s(?:som|der))?\s(?:er|bliver|vil\svære|udgøres\saf|består\saf|bestående\saf|"
    rf"sammensættes\saf|er\ssammensat\saf|sammensat\saf|"
    rf"bemandes\s(?:af|med)|ledes\saf|varetages\saf|dannes\saf|tæller)\s(?P<name>[^.;:\n\t]{{2,200}}?){_END}",
    rf"\b(?:udgør|danner)\s(?P<subject>(?:(?!udgør|danner)[^.;:,\n\t]){{3,90}}?)\s(?P<role>{_GROUP})(?=[\s.,;]|\Z)",
    rf"(?P<subject>(?:(?!udgør)[^.;:,\n\t]){{3,120}}?)\s(?:udgør|danner)\s(?P<role>{_GROUP})(?=[\s.,;]|\Z)",
    rf"(?:\A|(?<=[.,:;]\s))(?P<subject>[^.;:\n\t]{{2,110}}?)\s(?P<verb>er\s(?:\w+\s)?ansvarlig(?:e)?\sfor|har\sansvaret\sfor|"
    rf"får\sansvaret\sfor|vil\sfå\sansvaret\sfor|"
    rf"har\s(?:det\s)?(?:\w+\s)?ansvar(?:et)?\sfor|varetager|står\sfor|leder|koordinerer|er\stovholder\s(?:for|"
    rf"på)|er\sprojektleder\s(?:for|på)|skal\sstå\sfor|"
    rf"skal\svaretage|skal\ssikre|følger)\s(?P<task>[^.;\n\t]{{3,300}}?){_END}",
    rf"(?:[Aa]nsvaret\sfor\s(?P<task2>[^.;:\n\t]{{3,110}}?)\s(?:ligger\s(?:hos|i)|er\splaceret\s(?:hos|i)|"
    rf"placeres\s(?:hos|i)|påhviler|varetages\saf)\s"
    rf"(?P<owner>[^.;:\n\t]{{2,110}}?)){_END}",
    rf"(?:\A|(?<=[.,:;]\s))(?P<what>[^.;:\n\t]{{2,110}}?)\s(?:(?:er|bliver|vil\s(?:endvidere\s)?(?:være|blive)|"
    rf"skal)\s)?(?P<anchor>(?:\w+\s)?forankre(?:t|s|de)\s(?:i|hos|under|ved))\s"
    rf"(?P<home>[^.;:\n\t]{{2,110}}?){_END}",
    r"\b(?:kan|bedes|skal)\s(?:\w+\s){0,2}?(?P<contact>rettes|stilles|"
    r"sendes)\stil\s(?P<person>[^.;:\n\t/]{3,90}?)(?=[.;\n\t/]|,|\spå\s|\Z)",
    r"\bkan\s(?P<person2>[^.;:\n\t]{3,90}?)\s(?P<contact2>kontaktes)\b",
    rf"\b(?:vil|skal|kan)\s(?P<subject>[^.;:,\n\t]{{2,90}}?)\s(?P<verb>(?:få|have)\sansvaret\sfor|være\sansvarlig\sfor|stå\sfor|varetage)\s"
    rf"(?P<task>[^.;\n\t]{{3,300}}?){_END}",
    r"\b(?P<written>udarbejdet|udformet|gennemført)\saf\s(?P<author>[^.;:\n\t]{3,140}?)(?=[.;\n\t]|"
    r"\si\ssamarbejde|\Z)",
)
_LABELLED = rf"\A(?P<role>{_ROLE})\s?(?:[:\t]|\s[–-]\s)\s*(?P<name>[^\n]{{2,200}})\Z"
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
    r"repræsentanter|medlemmer|\w*administration(?:en)?|\w*ledelse(?:n)?)|[A-ZÆØÅ]{2,}\w*|KL)\b"
)
_NAME = re.compile(r"\b[A-ZÆØÅ][a-zæøåéü]+(?:[ -][A-ZÆØÅ](?:[a-zæøåéü]+|\.))+")
_PRONOUN = re.compile(
    r"(?i)\A(?:det|der|dette|den|de|disse|denne|som|vi|man|han|hun|her|hvis|når|at|hvilket|kommunen har|et|en)\Z"
)
_NOBODY = re.compile(
    r"(?i)\A(?:udpeget|valgt|nedsat|sammensat|involveret|inviteret|orienteret|enige?|med\s|i\s|blevet|ikke|fortsat|allerede|også|således|placeret|"
    r"ansvarlige?|klar|parat|afgørende|vigtige?|nødvendige?|derfor|bl\.a\.|på|at\s|en\sdel\saf)\b"
)
_TAIL = re.compile(r",\s(?:ligesom|hvor|så|således|mens|og\s(?:er|vil|skal|kan|det)|som|der|hvilket|idet|da)\s.*\Z")
_OWN_NAME = re.compile(
    r"(?!(?:Det|Der|Den|De|Dette|Disse|Denne|Vi|Man|Her|Som|Hvem|Alle)\b)[A-ZÆØÅ][\wæøå-]+(?:\s(?:og|for|[A-ZÆØÅ][\wæøå-]+)){0,5}\Z"
)
_STEMS = (
    "gruppe", "ledelse", "råd", "sekret", "force", "team", "formand", "forperson", "leder", "ejer", "tovholder",
    "kontakt",
    "koordin", "ansvar", "bestiller", "referent", "medlem", "deltager", "sponsor", "sagsbehandler", "konsulent",
    "medarbejder",
    "udfør", "vareta", "står for", "stå for", "forank", "rettes til", "sikre", "udgør", "arbejdet af",
    "opgavestiller", "udvalget",
    "udformet af", "gennemført af", "stilles til", "sendes til",
)  # fmt: skip
_TRIM = " \t,;:.–—-|"


@dataclass(frozen=True, slots=True)
class _Tie:
    role: str
    name: str


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
    for index, start, end in sorted([*structure.sentences(), *rows]):
        sentence = text[start:end]
        if len(sentence) > 600 or not reader.may_hold(sentence):
            continue
        quoted: tuple[str, tuple[object, ...]] | None = None
        for tie in reader.ties(sentence):
            fact_text, spans = structure.stream.quote(start, end)
            quoted = fact_text, spans
            fact = ParsedFact("responsibility", fact_text, spans, label=structure.label_of(index))
            key = tie.role.casefold(), tie.name.casefold()
            if quoted[1]:
                found.setdefault(key, ParsedResponsibility(fact, tie.role, tie.name))
    return list(found.values())


def member_roles(lists: Sequence[ParsedList], lost: str = "") -> list[ParsedResponsibility]:
    """The members of groups that are listed under the group's name: "Styregruppe" and a name on each line."""
    group = tolerant(rf"(?:{_GROUP}|medlemmer|deltagere)\b", lost)
    reader = _Reader(lost)
    found: list[ParsedResponsibility] = []
    for each in lists:
        match = group.search(each.name)
        if match is None or each.kind not in ("member", "group"):
            continue
        for part in each.parts:
            name = _clean(part.fact.text)
            if len(name) < 120 and reader.somebody(name):
                labelled = next(iter(reader.ties(part.fact.text)), None)
                fact = replace(part.fact, kind="responsibility")
                role, who = (labelled.role, labelled.name) if labelled else (match.group(), name)
                found.append(ParsedResponsibility(fact, role, who))
    return found


class _Reader:
    """Reads the ties of one sentence, in a text that may have lost letters."""

    def __init__(self, lost: str) -> None:
        self.lost = lost
        self._patterns = [tolerant(pattern, lost) for pattern in _SENTENCES]
        self._labelled = tolerant(_LABELLED, lost)
        self._cue = tolerant(
            rf"{_GROUP}|{_PERSON_ROLE}|ansvar|varetage|står\sfor|forankre|rettes\stil|kontaktes|udarbejdet\saf|"
            rf"leder|koordinerer|skal\ssikre|\budgør\b",
            lost,
        )
        self._body = tolerant(_BODY.pattern, lost, 0)
        self._stems = tuple(without(stem, lost) for stem in _STEMS) if lost else _STEMS

    def may_hold(self, sentence: str) -> bool:
        """A cheap look before the patterns are tried."""
        low = sentence.lower()
        return any(stem in low for stem in self._stems) and self._cue.search(sentence) is not None

    def ties(self, sentence: str) -> Iterator[_Tie]:
        """Role and name of every tie in a sentence."""
        labelled = self._labelled.match(sentence)
        if labelled and not sentence.endswith(":"):
            yield _Tie(_clean(labelled["role"]), _clean(labelled["name"]))
            return
        for number, pattern in enumerate(self._patterns):
            for match in pattern.finditer(sentence):
                tie = self._tie(number, match)
                if tie and (self.somebody(tie.name) or (number in (4, 9) and _OWN_NAME.match(tie.name))):
                    yield tie

    def _tie(self, number: int, match: re.Match[str]) -> _Tie | None:
        if number in (0, 2, 3):
            return _Tie(
                _clean(match["role"]), _clean(_after_conjunction(match["subject"]) if number else match["subject"])
            )
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


def _role_of(verb: str) -> str:
    return "ansvarlig for" if "ansvar" in verb else re.sub(r"\A(?:er|skal)\s", "", verb)


def _after_conjunction(text: str) -> str:
    """The subject of a clause without what stands before it in the sentence."""
    text = re.sub(rf"(?i)\A.*?{_WIDE_GROUP}\s(?:og|g|samt|mens)\s", "", text)
    parts = re.split(r"\b(?:at|hvor|fordi|når|hvis|men|mens|som|og at|således at)\s|,\s", text)
    last = parts[-1].strip()
    last = re.sub(r"(?i)\A(?:g|og|samt|derfor|dermed|desuden|herudover|endvidere)\s", "", last)
    return last if len(last) > 1 else text


def _clean(text: str) -> str:
    text = re.sub(r"(?i)\A(?:som|og|g|der|at|samt|derfor|dermed)\s", "", " ".join(text.split()))
    return _TAIL.sub("", text).strip(_TRIM)
