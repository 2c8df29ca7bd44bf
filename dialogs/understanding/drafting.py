"""What is said of a draft that is open: "titel: …", "20 minutter", "lukket, fordi …"; whatever else is a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from dialogs.understanding.draftwords import CLOSED, DEEDS, HOURS, KIND_IS, KINDS, MINUTES, OPEN, TIMES, WHY, Deed
from dialogs.understanding.text import fold, tidy
from store.agenda.records import ItemType

LABELS: Mapping[str, tuple[str, ...]] = {
    "title": ("titel", "titlen", "overskrift", "overskriften", "title", "the title", "heading"),
    "case_number": (
        "sagsnr", "sagsnr.", "sagsnummer", "sagsnummeret", "sags nr", "sags nr.", "sag nr.", "journalnummer", "j.nr.",
        "case number", "case no", "case no.", "the case number",
    ),
    "description": (
        "sagsbeskrivelse", "sagsbeskrivelsen", "sagsfremstilling", "sagsfremstillingen", "beskrivelse", "baggrund",
        "baggrunden", "case description", "description", "background", "the background",
    ),
    "finance": (
        "økonomi", "økonomien", "økonomiske konsekvenser", "de økonomiske konsekvenser", "finance", "finances",
        "financial consequences", "economy", "budget",
    ),
    "assessment": ("vurdering", "vurderingen", "forvaltningens vurdering", "assessment", "the assessment"),
    "recommendations": (
        "indstilling", "indstillingen", "indstillinger", "indstillingerne", "recommendation", "recommendations",
        "the recommendation", "the recommendations",
    ),
    "presenter": ("oplægsholder", "oplægsholderen", "presenter", "the presenter"),
    "responsible": ("ansvarlig", "ansvarlige", "den ansvarlige", "sagsansvarlig", "responsible", "the responsible"),
    "minutes": ("tid", "tidsforbrug", "varighed", "minutter", "time", "duration", "minutes"),
    "type": ("type", "sagstype", "slags", "kind"),
    "late_reason": ("begrundelse", "begrundelsen", "begrundelse for sen aflevering", "reason", "late reason"),
}  # fmt: skip
"""How each field is named, in both languages."""
_OF_LABEL = {fold(label): name for name, labels in LABELS.items() for label in labels}
_BY_LENGTH = sorted(_OF_LABEL, key=len, reverse=True)
_ONE_WORD = frozenset({"title", "case_number", "presenter", "responsible", "type"})
"""Fields that may be told with "er" in the place of the colon."""
_ANY = "|".join(re.escape(label) for label in sorted({x for xs in LABELS.values() for x in xs}, key=len, reverse=True))
_AT = re.compile(rf"(?:(?<=\A)|(?<=[\s.;,\n]))(?P<label>{_ANY})\s*[:=]\s*", re.IGNORECASE)
_NEAR = re.compile(r"\A(?P<label>[^\W\d_][\w. ]{3,28}?)\s*[:=]\s*(?P<value>\S.*)\Z", re.DOTALL)
_LEAD = (
    r"(?:(?:ok(?:ay)?|så|og|and|please|venligst)[,\s]+)?"
    r"(?:(?:ret|sæt|ændr|ændre|skift|skriv|lad|set|change|make|let)\s+)?"
    r"(?:(?:punktets|kladdens|sagens|the item's|the draft's)\s+)?"
)
_IS = re.compile(
    rf"\A{_LEAD}(?P<label>{_ANY})\s+(?:til|er|skal være|bliver|være|to|is|should be|be|as)\s*:?\s+(?P<value>\S.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_IT_IS = re.compile(
    r"\A(?:det|der|it|this|the case|sagen)\s+(?:er|drejer sig om|handler om|is|concerns)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Drafting:
    """Fields by the input they belong to, as typed; or what is to be done with the draft."""

    fields: Mapping[str, str] = field(default_factory=dict)
    deed: Deed | None = None


def drafting(text: str) -> Drafting | None:
    """What a message says of an open draft; None when it says nothing of one."""
    clean = tidy(text)
    if not clean:
        return None
    labelled = _labelled(text.strip())
    if labelled:
        return Drafting(labelled)
    if clean.endswith("?"):
        return None
    for deed, pattern in DEEDS:
        if pattern.match(clean):
            return Drafting(deed=deed)
    told = _told(clean)
    return Drafting(told) if told else None


def _labelled(text: str) -> dict[str, str]:
    """ "Titel: … Økonomi: …": from each label to the next."""
    found = [match for match in _AT.finditer(text) if _takes(match, text)]
    if found and not text[: found[0].start()].strip(" -–•*"):
        ends = [match.start() for match in found[1:]] + [len(text)]
        return {
            _OF_LABEL[fold(match["label"].casefold())]: text[match.end() : end].strip(" \n;,")
            for match, end in zip(found, ends, strict=True)
        }
    near = _NEAR.match(text)
    if near is not None:
        name = _misspelt(near["label"])
        return {name: near["value"].strip()} if name else {}
    said = _IS.match(text)
    if said is not None and not text.rstrip().endswith("?"):
        name = _OF_LABEL[fold(said["label"].casefold())]
        if name in _ONE_WORD:
            return {name: said["value"].strip(" .\"'»«“”")}
    return {}


def _takes(match: re.Match[str], text: str) -> bool:
    """Whether it is a label where it stands: short words inside a sentence ("på den tid: …") are none."""
    name = _OF_LABEL[fold(match["label"].casefold())]
    return match.start() == 0 or name not in ("minutes", "type", "late_reason") or match["label"][0].isupper()


def _misspelt(label: str) -> str | None:
    told = fold(label.casefold().strip())
    best = min(_BY_LENGTH, key=lambda known: OSA.distance(told, known))
    return _OF_LABEL[best] if len(told) >= 5 and OSA.distance(told, best) <= (2 if len(told) >= 9 else 1) else None


def _told(clean: str) -> dict[str, str]:
    """Fields told without their names: "20 minutter", "lukket, fordi …", "til orientering"."""
    minutes, hours = MINUTES.match(clean), HOURS.match(clean)
    if minutes is not None:
        return {"minutes": minutes["n"]}
    if hours is not None:
        return {"minutes": str(TIMES[hours["n"].casefold()])}
    if OPEN.match(clean):
        return {"access": "open", "closed_reason": "", "closed_note": ""}
    closed = CLOSED.match(clean)
    if closed is not None:
        return {"access": "closed", **_because(closed["why"] or "")}
    kind = KIND_IS.match(clean) if " " in clean or clean.casefold().rstrip(".!").endswith("sag") else None
    found = kind_of(kind["kind"]) if kind is not None else None
    return {"type": found} if found else {}


def kind_of(text: str) -> ItemType | None:
    """What kind of item a word names: "orientering", "til beslutning", "discussion"."""
    told = tidy(text).strip(" .")
    return next((kind for kind, pattern in KINDS if pattern.match(told)), None)


def _because(why: str) -> dict[str, str]:
    why = re.sub(
        r"\A(?:det|der|it|this|the case|sagen)\s+(?:er|drejer sig om|handler om|is|concerns)\s+",
        "",
        why.strip(),
        flags=re.IGNORECASE,
    )
    if not why:
        return {}
    reason = next((reason for reason, pattern in WHY if pattern.search(why)), None)
    return {"closed_reason": reason} if reason else {"closed_reason": "other", "closed_note": why.strip(" .")}
