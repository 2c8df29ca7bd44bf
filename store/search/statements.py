"""What a sentence states: an amount, a share, a day, a person, a reason, a decision; told by how it is written."""

from __future__ import annotations

import re

_MONEY = re.compile(
    r"(?:\d[\d.,]*\s*(?:kr\b|kroner|mio|mia|t\.?kr|tkr|million|milliard|øre|euro|€|\+?\s*moms))"
    r"|(?:(?:kr\.?|DKK|t\.kr\.?)\s*\d)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d[\d.,]*\s*(?:pct|procent|%|promille)", re.IGNORECASE)
_LOST_AMOUNT = re.compile(
    r"(?<![\d.,])(?<!\d\s)(?<!mio\.\s)(?<!mia\.\s)(?<!mio\s)(?<!mia\s)\b(?:kr\b\.?|kroner\b)(?!\.?\s*\d)", re.IGNORECASE
)
_NO_MONEY = re.compile(
    r"neutral|gratis|uden udgift|ingen (?:mer)?udgift|ingen økonomiske|ikke gøres op|inden for (?:den|det|de) "
    r"(?:eksisterende|afsatte|vedtagne)|afholdes (?:inden for|af)|ingen tillægsbevilling|medfører ingen",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,2}\.\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*|\d{1,2}[/-]\d{1,2}|\b(?:19|20)\d\d\b"
    r"|\b(?:januar|februar|marts|april|juni|juli|august|september|oktober|november|december|primo|medio|ultimo"
    r"|uge \d+|(?:\d+|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv) (?:dage?|uger?|måned(?:er)?|år|timer?|minut)"
    r"|kl\.|senere|snarest|forår|efterår|sommer|vinter|årsskift|kvartal|halvår)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][a-zæøåé]+)+|\([A-ZÆØÅ]{1,2}(?:(?:, | og )[A-ZÆØÅ]{1,2})*\)|\b[A-ZÆØÅ]{2,}\b"
    r"|(?i:[a-zæøå]*(?:formand|direktør|chef|leder|borgmester|udvalg|forvaltning|medarbejder|afdeling)(?:en|et|n)?"
    r" \w+(?:r|de|te|al|il))\b",
)
_ACTOR = re.compile(
    r"[a-zæøå]*(?:formand|direktør|chef|leder|borgmester|udvalg|forvaltning|medarbejder|afdeling|forening|klub|selskab"
    r"|politi|operatør|leverandør|entreprenør|firma|ejer|nabo|beboer|forælder|forældre|råd|bestyrelse|styrelse|ministeri"
    r"|institution|skole|staten|kommune|region)(?:en|et|n|er|erne|ne|rne|ene)? \w+(?:r|de|te|al|il|es)\b",
    re.IGNORECASE,
)
_APPOINTS = re.compile(
    r"\b(?:hvem|who) (?:blev|bliver|er blevet|skal være|afløs(?:er|te)|overt(?:ager|og)|efterf(?:ølger|ulgte)"
    r"|erstatte(?:r|de)|becomes|became|was appointed|is the new|will be|replace[sd]?|succeed(?:s|ed)|took over"
    r"|takes over)\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(
    r"\bansæt|\bansat\b|\budpeg|\bvalgt\b|\bvælges|\budnævn|\btiltræd|\bbliver\b|\bblev\b|konstitu|\ber ny\b|som ny"
    r"|afløs|efterfølg",
    re.IGNORECASE,
)
_DECISION = re.compile(r"beslut|vedtag|vedtog|godkend|tiltrådt|tiltræd", re.IGNORECASE)
_KINDS = {"amount": (_MONEY,), "date": (_DATE,), "person": (_NAME,), "actor": (_NAME, _ACTOR), "decision": (_DECISION,)}

_REASON = re.compile(r"\b(?:da|fordi|idet|derfor|grundet|på grund af|af hensyn til|skyldes|for at)\b", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:senest|inden|deadline|due|latest)\b|frist", re.IGNORECASE)
_PROPOSER = re.compile(
    r"\bindstill|\banbefale(?:r|de)\b|\bforesl(?:år|og|ås)\b|\bpropos|\brecommended\b", re.IGNORECASE
)
_WHO = re.compile(r"\b(?:hvem|who|whose)\b", re.IGNORECASE)
_PAYER = re.compile(
    r"\bbetal|finansier|\bafhold|\bdæk(?:ke|ker|kes|ket)\b|\btages (?:af|fra)\b"
    r"|\b(?:inden for|af) (?:\w+ )?(?:puljen|rammen|kassen)\b"
    r"|\bpay|\bpaid\b|\bfinanc|\bfund(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"ansvar|tovholder|\w*leder\b|\w*lead\b|\w*formand|chair|\bchef|manager|direktør|director|borgmester|mayor|referent"
    r"|kontakt|contact|koordinator|coordinator|sekretær|secretary|medlem|member|responsible|in charge|repræsent|ansat"
    r"|appointed|hired|sidder i|består|\bbliver\b|becomes",
    re.IGNORECASE,
)
_VOTE = re.compile(r"stem(?:te|mer|t)\b|imod|flertal|mindretal|forbehold|undlod|inhabil|deltog ikke", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bkl\.)(?<!\bnr\.)(?<!\bca\.)(?<!\bpr\.)(?<!\bjf\.)(?<!\bpkt\.)(?<!\bstk\.)\s+(?=[A-ZÆØÅ0-9])"
)


def states(kind: str, text: str) -> bool:
    """Whether a text states a "date", "person", "amount" or "decision" at all; an "actor" is whoever does something."""
    return any(pattern.search(text) for pattern in _KINDS[kind])


def has_amount(text: str, *, share: bool = False) -> bool:
    """Whether a text states an amount of money in digits, or with `share` a percentage."""
    return _MONEY.search(text) is not None or (share and _SHARE.search(text) is not None)


def lost_amount(text: str) -> bool:
    """Whether a sentence speaks of an amount whose digits were lost when the text was extracted ("udgør kr.")."""
    return _LOST_AMOUNT.search(text) is not None


def costs_nothing(text: str) -> bool:
    """Whether a text says in words what it costs: nothing, what is set aside already, or that it is not known."""
    return _NO_MONEY.search(text) is not None


def gives_reason(text: str) -> bool:
    """Whether a text gives a reason."""
    return _REASON.search(text) is not None


def sets_deadline(text: str) -> bool:
    """Whether a text speaks of a deadline."""
    return _DEADLINE.search(text) is not None


def proposes(text: str) -> bool:
    """Whether a text tells who recommends something, in a question or in minutes."""
    return _PROPOSER.search(text) is not None


def asks_who(text: str) -> bool:
    """Whether a question asks for a person or a body."""
    return _WHO.search(text) is not None


def tells_votes(text: str) -> bool:
    """Whether a text tells who voted how, had reservations or took no part."""
    return _VOTE.search(text) is not None


def sentences(text: str) -> list[str]:
    """A text cut after its sentences."""
    return _SENTENCE_END.split(text)


def tells_payer(text: str) -> bool:
    """Whether a text speaks of paying, in a question or in minutes."""
    return _PAYER.search(text) is not None


def asks_role(text: str) -> bool:
    """Whether a question asks who has a role or a responsibility, rather than who did something."""
    return _ROLE.search(text) is not None


def asks_appointment(text: str) -> bool:
    """Whether a question asks who came into an office."""
    return _APPOINTS.search(text) is not None


def tells_appointment(text: str) -> bool:
    """Whether a text tells that somebody came into an office."""
    return _APPOINTED.search(text) is not None
