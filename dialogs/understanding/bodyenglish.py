"""English names of Danish committees, made of the parts of the name ("Klima- og Planudvalget")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_KINDS = {
    "udvalg": ("committee",),
    "råd": ("council", "board"),
    "nævn": ("board", "tribunal"),
    "bestyrelse": ("board",),
    "forum": ("forum",),
}
_PARTS = {
    "klima": ("climate",),
    "plan": ("planning", "plan"),
    "by": ("urban", "city", "town"),
    "land": ("rural",),
    "landdistrikt": ("rural", "rural district"),
    "teknik": ("technical", "technology", "engineering"),
    "miljø": ("environment", "environmental"),
    "natur": ("nature",),
    "bygning": ("building", "buildings"),
    "ejendom": ("property",),
    "bolig": ("housing",),
    "trafik": ("traffic", "transport"),
    "børn": ("children", "child", "childrens"),
    "børne": ("children", "child", "childrens"),
    "unge": ("youth", "young people"),
    "ungdom": ("youth",),
    "skole": ("school", "schools"),
    "undervisning": ("education", "teaching"),
    "uddannelse": ("education", "training"),
    "dagtilbud": ("daycare", "childcare"),
    "familie": ("family",),
    "kultur": ("culture", "cultural"),
    "fritid": ("leisure",),
    "idræt": ("sports", "sport"),
    "social": ("social", "social affairs", "social services"),
    "sundhed": ("health",),
    "omsorg": ("care",),
    "ældre": ("senior", "elderly", "seniors"),
    "senior": ("senior", "seniors"),
    "handicap": ("disability",),
    "voksen": ("adult", "adults"),
    "økonomi": ("finance", "economic", "financial", "economy"),
    "erhverv": ("business",),
    "beskæftigelse": ("employment",),
    "arbejdsmarked": ("labour market",),
    "integration": ("integration",),
    "digitalisering": ("digitalisation", "digital"),
    "borger": ("citizen", "citizens"),
    "udvikling": ("development",),
    "vækst": ("growth",),
    "turisme": ("tourism",),
    "forebyggelse": ("prevention",),
}
MOST = 48
"""Names of one body: each part has a few, and a name has seldom more than three parts."""


def english_names(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The English names of a committee by the words of its Danish one, in small letters; none for other bodies."""
    *first, last = [word for word in words if word != "og"]
    found: list[tuple[str, ...]] = []
    for ending, kinds in _KINDS.items():
        for form in (f"{ending}et", f"{ending}en", ending):
            if last.endswith(form) and len(last) > len(form):
                parts = [_of(part) for part in (*first, last.removesuffix(form))]
                if all(parts):
                    found += _joined(parts, kinds)
                break
    return tuple(found[:MOST])


def _of(part: str) -> tuple[str, ...]:
    """What a part is called, with or without its binding s."""
    bare = part.strip("-")
    return _PARTS.get(bare) or _PARTS.get(bare.removesuffix("s")) or ()


def _joined(parts: list[tuple[str, ...]], kinds: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for kind in kinds:
        for chosen in product(*parts):
            words = " and ".join(chosen).split()
            yield (*words, kind)
