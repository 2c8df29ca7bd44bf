"""What an initiative is called in every document that treats it, so that draft, programme and status note are one."""

from __future__ import annotations

import re

from store.names import folded, short_hash

_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_DAY = rf"(?:(?:\d{{1,2}} )?(?:{_MONTH} |\d{{1,2}} )?(?:19|20)\d\d|\d{{1,2}} {_MONTH}|{_MONTH})"
_DATE = rf"(?:(?:pr|af|fra|den|d) )*{_DAY}"
_STATUS = "(?:midtvejs|halvårs|kvartals|års|slut)?status(?:notat|rapport|redegørelse|beskrivelse|orientering)?"
_STAGE = "(?:endelig(?:t|e)?|revideret|reviderede|opdateret|opdaterede|foreløbig(?:t|e)?|første|andet|1|2|3)"
_FRONT = re.compile(
    rf"(?:bilag \w{{1,3}}|(?:{_STAGE} )?udkast(?: (?:til|af))?|forslag til|{_STAGE}(?: (?:udgave|version)(?: af)?)?"
    rf"|{_STATUS}(?: {_DATE})?(?: (?:for|på|vedrørende|vedr|om|over|af))?|opfølgning på|godkendelse af|afrapportering"
    r"(?: (?:af|på|for|om))?|(?:notat|orientering|redegørelse) (?:om|vedr|vedrørende|for)"
    r"|(?:program|projekt)(?:beskrivelse|oplæg|met|et)?(?: (?:for|af))?|(?:strategien|(?:handle|projekt)?planen)"
    r"(?! (?:for|om|på|til|af|i) )|kommissorium(?: (?:for|vedrørende|vedr|til))?) "
)
_BACK = re.compile(
    rf" (?:udkast|{_STAGE}(?: (?:udgave|version))?|(?:version|v|udgave) \d+(?: \d+)*|{_STATUS}"
    rf"|(?:program|projekt)beskrivelse|kommissorium)(?: {_DATE})?$"
)
_PAPER = (
    r"(?:kommissorium|(?:program|projekt|proces)?(?:beskrivelse|oplæg)|(?:handle|strategi|proces|tids|projekt)?plan(?:en)?"
    r"|strategi(?:en)?|program(?:met)?|projekt(?:et)?|notat(?:et)?|rapport(?:en)?|bilag|status|referat|indhold|indledning)"
)
_GENERAL = re.compile(rf"(?:(?:den|det|en|et|vores|kommunens) )*{_PAPER}(?: (?:19|20)\d\d)*|.{{0,3}}|[\d ]+")
_MUNICIPALITY = re.compile(r"\b([A-ZÆØÅ][\w]+(?:-[A-ZÆØÅ][\w]+)*) Kommunes?\b")
_YEARS = re.compile(r"(?: (?:for|i|til|perioden?))?(?: (?:19|20)\d\d(?: (?:til|og))?){1,2}(?: \d\d)?$")
LEAST_LETTERS = 10
"""Of a name, to be told in the title of something else."""
LONG_WORD = 14
"""Letters of a single word that is a name of its own."""


def name_key(title: str) -> str:
    """A title folded, without what tells one paper on the matter from another (draft, version, status of May)."""
    name = " ".join(folded(title).split())
    while True:
        front = _FRONT.match(name)
        shorter = name[front.end() :] if front else name
        shorter = _BACK.sub("", shorter)
        if shorter == name or len(shorter) < 4:
            return name
        name = shorter


def undated(name: str) -> str:
    """A name key without the years behind it ("grønne skolegårde 2026 2029"); itself where little would be left."""
    base = _YEARS.sub("", name)
    return base if len(base) >= LEAST_LETTERS and not says_nothing(base) else name


def initiative_key(title: str, owner: str | None, document: str) -> str:
    """The key of the initiative that a document of this key describes.

    Two municipalities may have a strategy of one name; a name that says nothing ("Projektbeskrivelse") is that of its
    document alone.
    """
    name = name_key(title)
    if says_nothing(name):
        return f"i{short_hash(f'{name}|{document}', 12)}"
    where = municipality(owner or "") or municipality(title)
    return f"i{short_hash(f'{name}|{where}' if where else name, 12)}"


def municipality(text: str) -> str:
    """The municipality that a text names, folded; "" for none."""
    found = _MUNICIPALITY.search(text)
    return folded(found.group(1)) if found else ""


def says_nothing(name: str) -> bool:
    """Whether a name key is only what kind of paper it is."""
    return _GENERAL.fullmatch(name) is not None


def told_in(name: str, title: str) -> bool:
    """Whether a folded title is that of the initiative with this name key, or has its name in it."""
    if says_nothing(name):
        return False
    if name == title:
        return True
    tellable = len(name) >= LEAST_LETTERS and (" " in name or len(name) >= LONG_WORD)
    return tellable and f" {name} " in f" {title} "
