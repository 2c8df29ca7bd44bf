"""The formulas and plain prose in which Danish bodies decide: patterns as data, one class each."""

from __future__ import annotations

import re

from store.ingest.parsed import DecisionClass

NEAR = 110
"""A formula counts when it begins this near to the start of its sentence; farther in it reports something else."""

_NOT = r"(?:ikke|ej|hverken)"
_MATTER = (
    r"(?:punktet|sagen|sagerne|forslaget|indstillingen|dagsordenspunktet|punkt \d+\w?|sag \d+\w?|emnet|behandlingen|"
    r"anmodningen|ansøgningen|beslutningen)"
)
_WORDINGS: tuple[tuple[DecisionClass, str], ...] = (
    (
        "withdrawn",
        rf"^(?:udgår|udgik|udgået|trukket|trækkes|(?:blev )?taget af|tages af)\b|^bortfald(?:er|et)\b"
        rf"|\b{_MATTER} (?:er |blev |bliver )?(?:udgår|udgik|udgået|trukket|trækkes|taget af|tages af)\b|"
        rf"\b(?!forslaget|indstillingen){_MATTER} (?:er |blev |bliver )?(?:bortfaldt|bortfalder|"
        rf"bortfaldet)\b|\b(?:taget|tages|udgår|udgik|udgået) (?:af|fra) dagsordenen\b",
    ),
    (
        "rejected",
        rf"\b{_NOT} (?:godkend\w*|tiltr\w*|vedtag\w*|anbefal\w*|imødekom\w*|bevilg\w*|bevilliget|følge[st]?|fulgt|"
        rf"tilslut\w*|bifald\w*|støtte[st]?)\b"
        rf"|\b(?:godkendes|tiltrædes|vedtages|anbefales|imødekommes|bevilges|følges|støttes|godkendt|"
        rf"godkendte) {_NOT}\b"
        rf"|\b(?:afvis(?:t|es|er|te)|afslå(?:s|r|et)?|afslog|afslået|forkast(?:et|es|er|ede)|nedstemt|nedstemmes|"
        rf"afslag på|meddeles afslag|meddelt afslag|giver afslag|gives afslag)\b"
        rf"|\b(?:forslaget|indstillingen|beslutningsforslaget) (?:(?:er|blev) )?(?:dermed |herefter |således )?"
        rf"(?:faldt|falder|faldet|bortfaldt|bortfalder|bortfaldet)\b"
        rf"|\bpunkt(?:et|erne)? (?:\w+ )?(?:faldt|falder|bortfaldt)\b|^faldet\b"
        rf"|\bønske(?:r|de) (?:\w+ ){{0,3}}?{_NOT}\b(?! (?:blot|kun|alene|mindst))"
        rf"|\bkan (?:\w+ )?{_NOT} (?:godkende|tiltræde|imødekomme|anbefale|støtte|tilslutte)\w*"
        rf"|\bsiger nej\b|\bsagde nej\b",
    ),
    (
        "postponed",
        r"\b(?:udsat|udsættes|udsætter|udsatte|udskudt|udskydes|udskyder|udskød|genoptages|genoptaget|genbehandles|"
        r"(?:sat|sættes|stilles|stillet) i bero|^afventer|(?:sagen|punktet|beslutningen|behandlingen|stillingtagen|"
        r"udvalget|direktionen|byrådet) afventer|tages op igen|behandles på (?:det |et )?(?:næste|kommende|"
        r"førstkommende|senere)|forelægges (?:igen|på ny)|overføres til (?:næste|det næste|kommende|"
        r"et kommende))\b",
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
        r"vedtaget|vedtages|vedtog|vedtager|tilsluttet|tilsluttede sig|tilslutter sig|tilslutte sig|"
        r"tilslutning til|"
        r"bifaldt|bifaldes|bevilget|bevilges|bevilgede|bevilliget|imødekommet|imødekommes|imødekom)\b"
        r"|^som (?:indstillet|foreslået|anbefalet)\b|\bindstilling(?:en|erne) (?:følges|blev fulgt|fulgt|"
        r"er fulgt)\b"
        r"|^(?:indstilling(?:en|erne)? )?(?:følges|fulgt)\b|\bbesluttet som (?:indstillet|foreslået|anbefalet)\b"
        r"|\bblev valgt som indstillet\b|^(?:ok|accepteret|enig)\b",
    ),
    (
        "referred",
        r"\b(?:oversend(?:es|t|er|te)|henvis(?:es|t|er|te)|hjemvis(?:es|t|er|te)|tilbagesend(?:es|t)|"
        r"videresend(?:es|t)|"
        r"fremsend(?:es|t|er|te)|tilbageført til|overgår til|send(?:es|t) (?:tilbage )?til|sendte (?:sagen|"
        r"forslaget) til)\b",
    ),
    (
        "noted",
        r"\btil efterretning\b|\btil orientering\b(?! om)|^efterretning\b|\b(?:toges|taget) ad notam\b",
    ),
    (
        "briefed",
        r"\borientering(?:en|er)? (?:er |blev |var )?(?:givet|givet|foretaget|modtaget)\b"
        r"|^(?:orienteret|der blev orienteret|der blev givet (?:en )?(?:\w+ )?orientering|givet|"
        r"orientering ved|orientering v/)\b"
        r"|\b(?:orienterede|gav (?:en )?(?:kort |mundtlig )?orientering|blev orienteret|er orienteret)\b",
    ),
    (
        "discussed",
        r"\b(?:drøftet|drøftede|drøftedes|drøfter|drøftes|drøftelse(?:n|r)? (?:af|foretaget|gennemført)|"
        r"(?:indledende )?"
        r"drøftelse|debatteret|temadrøftelse|temadrøftet)\b",
    ),
)
RULES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDINGS)
"""In order of weight: of two formulas at one place the earlier rule wins."""
CHANGED = re.compile(
    r"\bdog\b|\bidet\b[^.]{0,90}\b(?:også|i stedet|ændres|tilføjes|tilrettes|"
    r"udgår|skrives ind|hæves|sænkes|forhøjes|nedsættes|reduceres|begrænses|udvides|forlænges|forkortes|fremrykkes|"
    r"udskydes|tages ud|erstattes|justeres)\b|\bmed (?:den |"
    r"de |det |følgende |en |et |enkelte |mindre |nedenstående |ovennævnte |\w+ )?"
    r"(?:ændring|tilføjelse|bemærkning(?!er\b.{0,30}\bingen)|justering|præcisering|rettelse|undtagelse|korrektion|"
    r"forbehold|"
    r"tilretning|supplement|supplering)|\bi (?:den )?(?:ændret|revideret|tilrettet|justeret|rettet)\w* (?:form|"
    r"udgave|version)"
    r"|\bsåledes at\b|\bbortset fra\b|\bundtagen\b|\bmed undtagelse\b|\bforudsat\b|\bunder forudsætning\b|"
    r"\bpå betingelse\b|\bbetinget af\b|\bmed ændret\b|\bdelvist? godkendt\b|\bgodkendt delvist?\b|\bændres til\b",
    re.IGNORECASE,
)
PLAIN_REMARK = re.compile(r"\b(?:uden|ingen) (?:bemærkninger|ændringer|tilføjelser)\b", re.IGNORECASE)
NONE = re.compile(
    r"(?:der var |der er )?(?:ingen|intet|ikke noget|-+|–|—|\.|n/a|ingen (?:bemærkninger|kommentarer|beslutning(?:er)?|"
    r"meddelelser|punkter|sager|emner|spørgsmål|indlæg|orienteringer)|intet (?:at bemærke|at referere|til referat|"
    r"nyt)|intet\.|ikke behandlet)(?: (?:under|til|på) (?:dette |det )?(?:dagsordens)?(?:punkt(?:et)?|mødet))?[ .]*\Z",
    re.IGNORECASE,
)
MOTION = re.compile(
    r"\b(?:ændringsforslag\w*|mindretalsindstilling\w*|modforslag\w*|afvisningsforslag\w*|underændringsforslag\w*|"
    r"udsættelsesforslag\w*)\b",
    re.IGNORECASE,
)
DISSENT = re.compile(
    r"\b(?:stemte (?:i)?mod|imod stemte|stemmer imod|imod:|undlod at stemme|undlader at stemme|hverken for eller imod|"
    r"tog forbehold|tager forbehold|forbehold for|mindretal\w*|(?:et )?flertal\w*|protokolbemærkning\w*|til protokols?|"
    r"kan ikke (?:tiltræde|støtte|stemme|godkende|anbefale)|kunne ikke (?:tiltræde|støtte|stemme|godkende|anbefale)|"
    r"stemte for|for stemte|afventer stillingtagen|ført til referat|mod \d+ stemmer|afholdt sig|afstår)",
    re.IGNORECASE,
)
PART_OF_WHOLE = re.compile(
    r"(?:^|(?<=[\s.;,]))(?:(?:ad|punkt(?:erne)?|pkt\.?|indstillingens (?:punkt|pkt\.?)|indstilling|at|nr\.?)\s{0,2}"
    r"(?:(?P<named>[1-9]\d?)(?:[.):,]|\b)|(?P<roman>(?-i:[IVX]{1,4}))[.):])|(?P<bare>[1-9]\d?)[.)](?=\s))",
    re.IGNORECASE,
)
ONE_PART = re.compile(
    r"(?:(?:(?:det|den) )?(?:første|andet|anden|tredje|fjerde|femte|sidste) )(?:at-)?"
    r"(?:punkt|del|led|pind|indstilling)"
    r"|(?:at-)?(?:punkt|pkt\.?|ad|pind|indstillingspunkt)\s\d",
    re.IGNORECASE,
)
"""The beginning of a sentence that decides one part of what was recommended."""
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
PASSED_ON = re.compile(
    r"\bmed (?:bemærkning|indstilling|anbefaling)(?: om)?,? ?at\b(?P<rest>.{0,400})", re.IGNORECASE | re.DOTALL
)
UNTIL = re.compile(
    r"(?:udsat|udsættes|udsætter|udsatte|udskudt|udskydes|udskød|genoptages|genoptaget|genbehandles|overføres|i bero|"
    r"tages op igen|behandles|behandlingen)\b[^.;]{0,60}?\s(?P<mark>til|på|i|indtil)\s+"
    r"(?P<target>(?:\b(?:d|kl|ca|nr|pkt)\.|[^.;\n]|(?<=\d)\.(?=\s?(?-i:[a-zæøå\d]))){2,120})",
    re.IGNORECASE,
)
TO_WHOM = re.compile(
    r"(?:oversend(?:es|t|er|te)|henvis(?:es|t|er|te)|hjemvis(?:es|t|er|te)|tilbagesend(?:es|t)|videresend(?:es|t)|"
    r"fremsend(?:es|t|er|te)|send(?:es|t|te)(?: tilbage)?)(?: sagen| forslaget)?\s+(?:til(?:bage til)?\s+)?"
    r"(?:(?:behandling|drøftelse|udtalelse|høring|afgørelse|godkendelse) (?:i|hos|på) )?"
    r"(?P<target>(?:\b(?:d|kl|ca|nr|pkt)\.|[^.;,\n]|(?<=\d)\.(?=\s?(?-i:[a-zæøå\d]))){2,120})",
    re.IGNORECASE,
)
TARGET_END = re.compile(
    r"\s(?:til (?:behandling|videre|endelig|fornyet|yderligere|udtalelse|drøftelse|godkendelse)|med (?:henblik|"
    r"bemærkning|"
    r"indstilling|anbefaling)|(?:i )?henhold til|idet|da|for at|hvor|så|og (?:forelægges|behandles))\b",
    re.IGNORECASE,
)
