"""What kind of decision a wording is; where no formula or plain prose says so it stays as worded, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from store.ingest.parsed import DecisionClass
from store.ingest.sentences import PATTERN_LETTERS, split_sentences

_NEAR = 110
"""A formula counts when it begins this near to the start of its sentence; farther in it reports something else."""

_NOT = r"(?:ikke|ej|hverken)"
_MATTER = (
    r"(?:punktet|sagen|sagerne|forslaget|indstillingen|dagsordenspunktet|punkt \d+\w?|sag \d+\w?|emnet|behandlingen|"
    r"anmodningen|ansøgningen|beslutningen)"
)
_RULES: tuple[tuple[DecisionClass, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "withdrawn",
            rf"^(?:udgår|udgik|udgået|trukket|trækkes|(?:blev )?taget af|tages af)\b|^bortfald(?:er|et)\b"
            rf"|\b{_MATTER} (?:er |blev |bliver )?(?:udgår|udgik|udgået|trukket|trækkes|taget af|tages af|bortfaldt|"
            rf"bortfalder|bortfaldet)\b|\b(?:taget|tages|udgår|udgik|udgået) (?:af|fra) dagsordenen\b",
        ),
        (
            "rejected",
            rf"\b{_NOT} (?:godkend\w*|tiltr\w*|vedtag\w*|anbefal\w*|imødekom\w*|bevilg\w*|bevilliget|følge[st]?|fulgt|"
            rf"tilslut\w*|bifald\w*|støtte[st]?)\b"
            rf"|\b(?:godkendes|tiltrædes|vedtages|anbefales|imødekommes|bevilges|følges|støttes|godkendt|godkendte) {_NOT}\b"
            rf"|\b(?:afvis(?:t|es|er|te)|afslå(?:s|r|et)?|afslog|afslået|forkast(?:et|es|er|ede)|nedstemt|nedstemmes|"
            rf"afslag på|meddeles afslag|meddelt afslag|giver afslag|gives afslag)\b"
            rf"|\b(?:forslaget|indstillingen|beslutningsforslaget) (?:faldt|er faldet|er bortfaldet)\b|^faldet\b"
            rf"|\bønske(?:r|de) (?:\w+ ){{0,3}}?{_NOT}\b(?! (?:blot|kun|alene|mindst))"
            rf"|\bkan (?:\w+ )?{_NOT} (?:godkende|tiltræde|imødekomme|anbefale|støtte|tilslutte)\w*"
            rf"|\bsiger nej\b|\bsagde nej\b",
        ),
        (
            "postponed",
            r"\b(?:udsat|udsættes|udsætter|udsatte|udskudt|udskydes|udskyder|udskød|genoptages|genoptaget|genbehandles|"
            r"(?:sat|sættes|stilles|stillet) i bero|afventer|tages op igen|behandles på (?:det |et )?(?:næste|kommende|"
            r"førstkommende|senere)|forelægges (?:igen|på ny)|overføres til (?:næste|det næste|kommende|et kommende))\b",
        ),
        (
            "recommended",
            r"\b(?:anbefales|anbefalet|anbefaler|anbefalede|indstilles|indstiller|indstillede|indstillet til)\b"
            r"|\btiltrædes over ?for\b|\bgodken(?:des|dt) over ?for\b",
        ),
        (
            "delegated",
            r"\b(?:bemyndige[srt]?|bemyndigede|bemyndiget|bemyndiger|delegere[st]?|delegerede|delegeret|delegerer|"
            r"får bemyndigelse|fik bemyndigelse|gives bemyndigelse)\b",
        ),
        (
            "approved",
            r"\b(?:godkendt|godkendes|godkendte|godkender|godkende|tiltrådt|tiltrådte|tiltrædes|tiltræder|tiltræde|"
            r"vedtaget|vedtages|vedtog|vedtager|tilsluttet|tilsluttede sig|tilslutter sig|tilslutte sig|tilslutning til|"
            r"bifaldt|bifaldes|bevilget|bevilges|bevilgede|bevilliget|imødekommet|imødekommes|imødekom)\b"
            r"|^som (?:indstillet|foreslået|anbefalet)\b|\bindstilling(?:en|erne) (?:følges|blev fulgt|fulgt|er fulgt)\b"
            r"|^(?:indstilling(?:en|erne)? )?(?:følges|fulgt)\b|\bbesluttet som (?:indstillet|foreslået|anbefalet)\b"
            r"|\bblev valgt som indstillet\b|^(?:ok|accepteret|enig)\b",
        ),
        (
            "referred",
            r"\b(?:oversend(?:es|t|er|te)|henvis(?:es|t|er|te)|hjemvis(?:es|t|er|te)|tilbagesend(?:es|t)|videresend(?:es|t)|"
            r"fremsend(?:es|t|er|te)|tilbageført til|overgår til|send(?:es|t) (?:tilbage )?til|sendte (?:sagen|forslaget) til)\b",
        ),
        (
            "noted",
            r"\btil efterretning\b|\btil orientering\b(?! om)|^efterretning\b|\b(?:toges|taget) ad notam\b",
        ),
        (
            "briefed",
            r"\borientering(?:en|er)? (?:er |blev |var )?(?:givet|givet|foretaget|modtaget)\b"
            r"|^(?:orienteret|der blev orienteret|der blev givet (?:en )?(?:\w+ )?orientering|givet|orientering ved|orientering v/)\b"
            r"|\b(?:orienterede|gav (?:en )?(?:kort |mundtlig )?orientering|blev orienteret|er orienteret)\b",
        ),
        (
            "discussed",
            r"\b(?:drøftet|drøftede|drøftedes|drøfter|drøftes|drøftelse(?:n|r)? (?:af|foretaget|gennemført)|(?:indledende )?"
            r"drøftelse|debatteret|temadrøftelse|temadrøftet)\b",
        ),
    )
)  # fmt: skip
_CHANGED = re.compile(
    r"\bdog\b|\bidet\b[^.]{0,90}\b(?:også|i stedet|ændres|tilføjes|tilrettes|udgår|skrives ind)\b|\bmed (?:den |de |det |følgende |en |et |enkelte |mindre |nedenstående |ovennævnte |\w+ )?"
    r"(?:ændring|tilføjelse|bemærkning(?!er\b.{0,30}\bingen)|justering|præcisering|rettelse|undtagelse|korrektion|forbehold|"
    r"tilretning|supplement|supplering)|\bi (?:den )?(?:ændret|revideret|tilrettet|justeret|rettet)\w* (?:form|udgave|version)"
    r"|\bsåledes at\b|\bbortset fra\b|\bundtagen\b|\bmed undtagelse\b|\bforudsat\b|\bunder forudsætning\b|"
    r"\bpå betingelse\b|\bbetinget af\b|\bmed ændret\b|\bdelvist? godkendt\b|\bgodkendt delvist?\b|\bændres til\b",
    re.IGNORECASE,
)
_PLAIN_REMARK = re.compile(r"\b(?:uden|ingen) (?:bemærkninger|ændringer|tilføjelser)\b", re.IGNORECASE)
_NONE = re.compile(
    r"(?:der var |der er )?(?:ingen|intet|ikke noget|-+|–|—|\.|n/a|ingen (?:bemærkninger|kommentarer|beslutning(?:er)?|"
    r"meddelelser|punkter|sager|emner|spørgsmål|indlæg|orienteringer)|intet (?:at bemærke|at referere|til referat|nyt)|intet\.|ikke behandlet)[ .]*\Z",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:ændringsforslag\w*|mindretalsindstilling\w*|modforslag\w*|afvisningsforslag\w*|underændringsforslag\w*|"
    r"udsættelsesforslag\w*)\b", re.IGNORECASE
)  # fmt: skip
_DISSENT = re.compile(
    r"\b(?:stemte (?:i)?mod|imod stemte|stemmer imod|imod:|undlod at stemme|undlader at stemme|hverken for eller imod|"
    r"tog forbehold|tager forbehold|forbehold for|mindretal\w*|(?:et )?flertal\w*|protokolbemærkning\w*|til protokols?|"
    r"kan ikke (?:tiltræde|støtte|stemme|godkende|anbefale)|kunne ikke (?:tiltræde|støtte|stemme|godkende|anbefale)|"
    r"stemte for|for stemte|afventer stillingtagen|ført til referat|mod \d+ stemmer|afholdt sig|afstår)",
    re.IGNORECASE,
)
_PART_OF_WHOLE = re.compile(
    r"(?:^|(?<=[\s.;,]))(?:(?:ad|punkt(?:erne)?|pkt\.?|indstillingens (?:punkt|pkt\.?)|indstilling|at|nr\.?)\s{0,2}"
    r"(?P<named>[1-9]\d?)(?:[.):,]|\b)|(?P<bare>[1-9]\d?)[.)](?=\s))",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\bmed (?:bemærkning|indstilling|anbefaling)(?: om)?,? ?at\b(?P<rest>.{0,400})", re.IGNORECASE | re.DOTALL
)
_UNTIL = re.compile(
    r"(?:udsat|udsættes|udsætter|udsatte|udskudt|udskydes|udskød|genoptages|genoptaget|genbehandles|overføres|i bero|"
    r"tages op igen|behandles|behandlingen)\b[^.;]{0,60}?\s(?P<mark>til|på|i|indtil)\s+(?P<target>(?:[^.;\n]|(?<=\d)\.(?=\s?[a-zæøå\d])){2,120})",
    re.IGNORECASE,
)  # fmt: skip
_TO_WHOM = re.compile(
    r"(?:oversend(?:es|t|er|te)|henvis(?:es|t|er|te)|hjemvis(?:es|t|er|te)|tilbagesend(?:es|t)|videresend(?:es|t)|"
    r"fremsend(?:es|t|er|te)|send(?:es|t|te)(?: tilbage)?)(?: sagen| forslaget)?\s+(?:til(?:bage til)?\s+)?"
    r"(?:(?:behandling|drøftelse|udtalelse|høring|afgørelse|godkendelse) (?:i|hos|på) )?"
    r"(?P<target>(?:[^.;,\n]|(?<=\d)\.(?=\s?[a-zæøå\d])){2,120})",
    re.IGNORECASE,
)
_TARGET_END = re.compile(
    r"\s(?:til (?:behandling|videre|endelig|fornyet|yderligere|udtalelse|drøftelse|godkendelse)|med (?:henblik|bemærkning|"
    r"indstilling|anbefaling)|(?:i )?henhold til|idet|da|for at|hvor|så|og (?:forelægges|behandles))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a wording decides: its class, to whom or to when it goes, and the sentences about votes and reservations."""

    decision_class: DecisionClass
    target: str | None = None
    dissent: str | None = None


def read_decision(text: str, lost: str = "") -> Decision:
    """Class, target and dissent of a decision's wording (white space folded).

    Rules: the earliest formula of the text's own clauses decides; approval with "dog", "med den ændring" and the like is
    approved_with_changes; parts decided alike have that class, approved parts beside changed ones are
    approved_with_changes, any other mixture is as_worded; sentences on amendments and on who voted how never decide.
    `lost` are letters that the document has lost: then formulas are known by what is left of them.
    """
    if lost and not PATTERN_LETTERS & set(lost):
        name = next((name for name, pattern in _damaged(lost) if pattern.search(text, 0, _NEAR)), None)
        if name and read_decision(text).decision_class == "as_worded":
            return Decision(name, None, _dissent(text))
    if not text or _NONE.match(text):
        return Decision("none_recorded")
    dissent = _dissent(text)
    name = _mixed(text) or _class_of(text)
    target = None
    if name == "postponed":
        target = _target(_UNTIL, text)
    elif name in ("referred", "approved", "approved_with_changes", "recommended"):
        target = _target(_TO_WHOM, text) if name == "referred" or _RULE["referred"].search(text) else None
    return Decision(name, target, dissent)


_RULE = dict(_RULES)


@cache
def _damaged(lost: str) -> tuple[tuple[DecisionClass, re.Pattern[str]], ...]:
    """The rules for a text without the letters `lost`."""
    drop = str.maketrans(dict.fromkeys(lost, ""))
    return tuple((name, re.compile(pattern.pattern.translate(drop), re.IGNORECASE)) for name, pattern in _RULES)


def _class_of(text: str) -> DecisionClass:
    own = [part for part in _sentences(text) if not _MOTION.search(part)]
    told = [part for part in own if not _DISSENT.search(part)] or own
    hits = [(number, *hit) for number, part in enumerate(told[:6]) if (hit := _formula(part))]
    if not hits:
        return "as_worded"
    number, at, name = hits[0]
    if number > 2 and name not in ("approved", "recommended", "rejected", "postponed", "withdrawn"):
        return "as_worded"
    rest = " ".join(told[number : number + 2])
    if name == "referred":
        return _passed_on(rest)
    if name in ("discussed", "noted", "briefed"):
        return _light(name, told, hits)
    if name == "approved" and _changed(rest, at):
        return "approved_with_changes"
    return name


def _light(name: DecisionClass, told: list[str], hits: list[tuple[int, int, DecisionClass]]) -> DecisionClass:
    """Discussing, noting and briefing give way to an act in the same wording, and to "besluttede" without a formula."""
    acts = [hit for _, _, hit in hits if hit not in ("discussed", "noted", "briefed")]
    for part in told[:3]:
        acts += [other for other in _all_formulas(part) if other not in ("discussed", "noted", "briefed")]
    if acts:
        act = acts[0]
        return "approved_with_changes" if act == "approved" and _changed(" ".join(told[:3]), 0) else act
    if re.search(r"\bbesluttede\b|\bblev besluttet\b|\bbesluttet at\b", " ".join(told[:3]), re.IGNORECASE):
        return "as_worded"
    seen = {hit for _, _, hit in hits} | {other for part in told[:2] for other in _all_formulas(part)}
    return "noted" if "noted" in seen else name


def _changed(text: str, at: int) -> bool:
    text = _PLAIN_REMARK.sub("", text)
    match = _CHANGED.search(text, max(at - 60, 0))
    return match is not None


def _formula(part: str) -> tuple[int, DecisionClass] | None:
    """The formula of one sentence that stands first; of two at one place the earlier rule wins."""
    best: tuple[int, int, DecisionClass] | None = None
    for rank, (name, pattern) in enumerate(_RULES):
        match = pattern.search(part, 0, _NEAR + 60)
        if match is None or match.start() > _NEAR:
            continue
        at = match.start()
        if name == "approved" and _subordinate(part, at):
            continue
        if name in ("withdrawn", "rejected"):
            at = 0 if not _approval_before(part, at) else at
        if best is None or (at, rank) < best[:2]:
            best = (at, rank, name)
    return (best[0], best[2]) if best else None


def _all_formulas(part: str) -> Iterator[DecisionClass]:
    for name, pattern in _RULES:
        match = pattern.search(part, 0, _NEAR + 60)
        if match and not (name == "approved" and _subordinate(part, match.start())):
            yield name


def _approval_before(part: str, at: int) -> bool:
    """A refusal inside an approval ("Godkendt, dog ønskes stien ikke belyst") does not undo the approval."""
    match = _RULE["approved"].search(part, 0, at)
    return match is not None and not re.search(r"\b(?:ikke|ej)\s\Z", part[: match.start()], re.IGNORECASE)


def _subordinate(part: str, at: int) -> bool:
    """Approval words that tell of the past or of something that is yet to come: "det godkendte budget"."""
    before = part[:at].rstrip().lower()
    words = before.split()
    last = words[-1] if words else ""
    if last in ("det", "den", "de", "tidligere", "allerede", "senest", "endeligt", "nyligt", "kan", "skal", "vil"):
        return not (last in ("den", "det") and len(words) <= 2 and part[at:].lower().startswith("tiltræd"))
    return bool(re.search(r"\b(?:når|hvis|efter at|siden|før|inden|som|der tidligere)\b[^,]{0,60}\Z", before))


def _passed_on(text: str) -> DecisionClass:
    """ "Fremsendes til Byrådet med bemærkning, at udvalget anbefaler ..." is a recommendation, "... har vedtaget" adopted."""
    remark = _PASSED_ON.search(text)
    if remark is None:
        return "referred"
    rest = remark["rest"].lower()
    if "anbefal" in rest or "indstille" in rest:
        return "recommended"
    if re.search(r"\b(?:vedtaget|tiltrådt|godkendt|vedtog)\b", rest):
        return "approved"
    return "referred"


def _mixed(text: str) -> DecisionClass | None:
    """The class of a wording that decides numbered parts one by one, None when it does not."""
    marks = list(_PART_OF_WHOLE.finditer(text))
    if len(marks) < 2 or marks[0].start() > 60:
        return None
    numbers = [int(mark["named"] or mark["bare"]) for mark in marks]
    if numbers != sorted(set(numbers)):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [text[mark.end() : end].strip(" .:,;–-") for mark, end in zip(marks, ends, strict=True)]
    lead = text[: marks[0].start()].strip(" .:,;")
    classes = {_class_of(part) for part in parts if part}
    if lead and _class_of(lead) != "as_worded":
        lead_class = _class_of(lead)
        return lead_class if classes <= {"as_worded", lead_class} else None
    if not classes or classes == {"as_worded"}:
        return None
    if len(classes) == 1:
        return classes.pop()
    return "approved_with_changes" if classes == {"approved", "approved_with_changes"} else "as_worded"


def _target(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    target = match["target"]
    end = _TARGET_END.search(target)
    target = (target[: end.start()] if end else target).split(", ")[0].strip(" ,")
    return target or None


def _dissent(text: str) -> str | None:
    found = [part for part in _sentences(text) if _DISSENT.search(part)]
    return " ".join(found) or None


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]
