"""The formulas of decisions as they are said: the class a wording begins with, and how minutes write short ones."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.records import DecisionClass

_CHANGED = (
    r"(?:\s+som\s+indstillet)?\s*,?\s+(?:(?:dog\s+)?med\s+(?:den|de|følgende)\s+(?:ændring|bemærkning"
    r"|tilføjelse|præcisering)|dog\s+(?:med|således)|with\s+(?:the|these|this)\s+(?:change|amendment"
    r"|remark|addition))"
)
FORMULAS: tuple[tuple[DecisionClass, re.Pattern[str]], ...] = (
    ("rejected", re.compile(
        r"\A(?:ikke\s+(?:godkendt|tiltrådt|vedtaget|imødekommet)|afvist|forkastet|afslået"
        r"|kan\s+ikke\s+imødekommes|(?:indstillingen|forslaget)\s+(?:blev\s+)?(?:afvist|forkastet)|rejected"
        r"|declined|turned\s+down|not\s+approved)\b", re.I)),
    ("approved_with_changes", re.compile(rf"\A(?:godkendt|tiltrådt|vedtaget|approved|adopted){_CHANGED}", re.I)),
    ("approved", re.compile(
        r"\A(?:enstemmigt\s+)?(?:godkendt|tiltrådt|vedtaget|(?:indstillingen|indstillingerne)\s+(?:blev\s+"
        r"|er\s+)?(?:godkendt|tiltrådt|vedtaget|fulgt)|approved|adopted|endorsed|as\s+recommended"
        r"|som\s+indstillet)\b", re.I)),
    ("recommended", re.compile(r"\A(?:anbefales|anbefalet|indstilles\s+godkendt|recommended)\b", re.I)),
    ("noted", re.compile(
        r"\A(?:orienteringen\s+(?:blev\s+|er\s+)?)?(?:taget\s+til\s+efterretning|til\s+efterretning|noted)\b", re.I)),
    ("discussed", re.compile(r"\A(?:drøftet|sagen\s+(?:blev\s+)?drøftet|discussed)\b", re.I)),
    ("briefed", re.compile(
        r"\A(?:orienteret|orientering\s+(?:blev\s+)?givet|orienteringen\s+(?:blev\s+)?givet|briefed"
        r"|briefing\s+given)\b", re.I)),
    ("postponed", re.compile(
        r"\A(?:udsat|udskudt|udsættes|udskydes|genoptages|sat\s+i\s+bero|(?:sagen|punktet)\s+(?:blev\s+"
        r"|er\s+)?(?:udsat|udskudt)|postponed|deferred|adjourned)\b", re.I)),
    ("referred", re.compile(
        r"\A(?:oversendt|oversendes|henvist|henvises|hjemvist|sendt\s+(?:videre|tilbage)|referred"
        r"|sent\s+(?:on|back))\b", re.I)),
    ("withdrawn", re.compile(
        r"\A(?:udgår|udgået|trukket(?:\s+tilbage)?|taget\s+af\s+dagsordenen|withdrawn"
        r"|removed\s+from\s+the\s+agenda)\b", re.I)),
    ("delegated", re.compile(
        r"\A(?:bemyndiget|bemyndiges|delegeret|delegeres|(?:direktøren|formanden|forvaltningen"
        r"|administrationen|direktionen)\s+(?:blev\s+)?bemyndige[ts]|authori[sz]ed|delegated)\b", re.I)),
)  # fmt: skip
"""How a decision of each class begins, the more particular first."""
NO_FORMULA = re.compile(
    r"\A\w+\s+(?:af|i|den|ved|by|in|on)\s+(?!(?:bero|den\s+\d|januar|februar|marts|april|maj|juni|juli"
    r"|august|september|oktober|november|december))",
    re.IGNORECASE,
)
"""What begins like a formula and is a question ("godkendt af byrådet", "drøftet i udvalget")."""
_CANNED: Mapping[str, str] = {
    "godkendt": "Godkendt.",
    "approved": "Godkendt.",
    "adopted": "Vedtaget.",
    "endorsed": "Tiltrådt.",
    "som indstillet": "Godkendt som indstillet.",
    "godkendt som indstillet": "Godkendt som indstillet.",
    "as recommended": "Godkendt som indstillet.",
    "approved as recommended": "Godkendt som indstillet.",
    "rejected": "Afvist.",
    "declined": "Afvist.",
    "turned down": "Afvist.",
    "not approved": "Ikke godkendt.",
    "noted": "Taget til efterretning.",
    "til efterretning": "Taget til efterretning.",
    "discussed": "Drøftet.",
    "briefed": "Orientering givet.",
    "briefing given": "Orientering givet.",
    "orienteret": "Orientering givet.",
    "withdrawn": "Udgår.",
    "recommended": "Anbefales.",
}
_POSTPONED = re.compile(r"\A(?:udsat|udskudt|postponed|deferred|adjourned)(?:\s+(?:til|to|until)\b.*)?\Z", re.I | re.S)
DEFAULTS: Mapping[DecisionClass, str] = {
    "approved": "Godkendt.",
    "recommended": "Anbefales.",
    "discussed": "Drøftet.",
    "noted": "Taget til efterretning.",
    "briefed": "Orientering givet.",
    "postponed": "Udsat.",
    "rejected": "Afvist.",
    "withdrawn": "Udgår.",
}
"""What minutes say when only the class was chosen; the other classes need words of their own."""


def formula_of(text: str) -> DecisionClass | None:
    """The class that a wording begins with; None for prose."""
    return next((cls for cls, pattern in FORMULAS if pattern.match(text)), None)


def canned(text: str) -> str:
    """How minutes write a bare formula, whichever language it was said in; "" for a wording of one's own."""
    bare = " ".join(text.casefold().strip(' .!"»«').split())
    if _POSTPONED.match(bare) and len(bare.split()) <= 8:
        return DEFAULTS["postponed"]
    return _CANNED.get(bare, "")
