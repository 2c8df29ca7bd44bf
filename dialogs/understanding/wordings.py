"""The wordings of both languages, read once from the data files beside this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, get_args

import yaml
from rapidfuzz.distance import OSA

from dialogs.understanding.grammar import Pattern, WordingError, compiled
from dialogs.understanding.text import fold
from store.records import DecisionClass, Intent, Lang, PartKind

LANGUAGES: tuple[Lang, ...] = ("da", "en")

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one written in C is ten times as fast, and not in every build."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of saying something. `weak` cues are single words that also occur inside a matter's name."""

    lang: Lang
    name: str
    """An intent, or the name of a command."""
    pattern: Pattern
    example: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Wordings:
    """All that the data files say."""

    intents: tuple[Wording, ...]
    commands: tuple[Wording, ...]
    wrappers: tuple[Wording, ...]
    edges: frozenset[str]
    """Words that are no content at either end of a topic."""
    empty: frozenset[str]
    """Words that are no topic by themselves ("sagen", "it"): a question of these alone is a follow-up."""
    coming: frozenset[str]
    """Words that are no topic of a question on what is coming."""
    bodies: Mapping[str, tuple[str, ...]]
    """Usual names of deciding bodies by the stem of the Danish name; used only for bodies that are known."""
    signs: Mapping[Lang, frozenset[str]]
    """Words by which a language is recognised."""
    names: frozenset[str]
    """Words that look like a misspelt cue and are none."""
    roles: Mapping[str, tuple[str, ...]]
    """Names of the roles in both languages."""
    classes: Mapping[str, tuple[tuple[tuple[str, ...], DecisionClass], ...]]
    """What names a class of decision, by its first word, longest first."""
    parts: Mapping[tuple[str, ...], PartKind]
    """What the elements of a list are called, by the words of the name."""

    def canonical(self, word: str, *, name: bool = False) -> str:
        """The cue word that a typed word stands for, itself when it is none; a name stands for no other word."""
        return _written_alike(word) if name else _canonical(word)


def _read(lang: Lang) -> dict[str, Any]:
    """What the language's files say together: "da.yaml", then "name.da.yaml" by name; later rows join earlier ones."""
    beside = sorted(resources.files("dialogs.understanding").iterdir(), key=lambda each: each.name)
    files = [each for each in beside if each.name == f"{lang}.yaml" or each.name.endswith(f".{lang}.yaml")]
    files.sort(key=lambda each: each.name != f"{lang}.yaml")
    read: dict[str, Any] = {}
    for each in files:
        # Everything is text: "on" and "no" are words here, not truth values.
        _join(read, yaml.load(each.read_text(encoding="utf-8"), Loader=_LOADER))
    return read


def _join(known: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add the sections of a further file: mappings row by row, lists at their end."""
    for name, value in more.items():
        if isinstance(value, dict) and name in known:
            _join(known[name], value)
        elif isinstance(value, list) and name in known:
            known[name] = [*known[name], *value]
        else:
            known[name] = value


def _wordings(
    lang: Lang, section: Mapping[str, Mapping[str, str]], lists: Mapping[str, Sequence[str]], *, weak: bool = False
) -> list[Wording]:
    return [
        Wording(lang, name, compiled(source, lists), example, weak)
        for name, entries in section.items()
        for source, example in entries.items()
    ]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """Read and compile the data files. Raises WordingError, naming the wording, when one cannot be read."""
    intents: list[Wording] = []
    commands: list[Wording] = []
    wrappers: list[Wording] = []
    edges: set[str] = set()
    empty: set[str] = set()
    coming: set[str] = set()
    bodies: dict[str, tuple[str, ...]] = {}
    signs: dict[Lang, frozenset[str]] = {}
    names: set[str] = set()
    roles: dict[str, tuple[str, ...]] = {}
    classes: dict[tuple[str, ...], DecisionClass] = {}
    parts: dict[tuple[str, ...], PartKind] = {}
    for lang in LANGUAGES:
        data = _read(lang)
        lists = data["lists"]
        intents += _wordings(lang, data["questions"], lists)
        intents += _wordings(lang, data["words"], lists, weak=True)
        commands += _wordings(lang, data["commands"], lists)
        wrappers += _wordings(lang, {"wrapper": data["wrappers"]}, lists)
        edges |= set(data["edges"])
        empty |= set(data["empty"])
        coming |= set(data["coming"])
        signs[lang] = frozenset(data["signs"])
        names |= set(data["no_cues"])
        for role, forms in data["roles"].items():
            roles[role] = roles.get(role, ()) + tuple(forms)
        for name, forms in data["classes"].items():
            if name not in get_args(DecisionClass):
                raise WordingError(f"{name}: there is no such class of decision")
            classes |= {tuple(form.split()): name for form in forms}
        for name, forms in data["parts"].items():
            if name not in get_args(PartKind):
                raise WordingError(f"{name}: there is no such kind of part")
            parts |= {tuple(form.split()): name for form in forms}
        for stem, forms in data["bodies"].items():
            bodies[stem] = bodies.get(stem, ()) + tuple(forms)
    for wording in intents:
        if wording.name not in get_args(Intent):
            raise WordingError(f"{wording.pattern.source!r}: there is no intent {wording.name}")
    return Wordings(
        tuple(intents),
        tuple(commands),
        tuple(wrappers),
        frozenset(edges),
        frozenset(empty),
        frozenset(coming),
        bodies,
        signs,
        frozenset(names),
        roles,
        {
            first: tuple(sorted((each for each in classes.items() if each[0][0] == first), key=lambda e: -len(e[0])))
            for first in {form[0] for form in classes}
        },
        parts,
    )


def compile_all() -> None:
    """Compile every wording now, so that no message waits for the first use of one."""
    known = wordings()
    for each in (*known.intents, *known.commands, *known.wrappers):
        each.pattern.regex  # noqa: B018  # to read it is to compile it


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], dict[str, str], dict[str, tuple[str, ...]]]:
    """Cue words; the same by folded form; long ones by first letter."""
    known = wordings()
    exact: set[str] = set()
    for wording in known.intents + known.commands + known.wrappers:
        exact |= wording.pattern.vocabulary
    folded = {fold(word): word for word in sorted(exact, reverse=True)}
    by_letter: dict[str, tuple[str, ...]] = {}
    for word in sorted(exact):
        if len(word) >= 6 and word.isalpha():
            by_letter[word[0]] = (*by_letter.get(word[0], ()), word)
    return frozenset(exact), folded, by_letter


@lru_cache(maxsize=4096)
def _written_alike(word: str) -> str:
    """The cue word that this is with its Danish letters written in another way, or the word itself."""
    exact, folded, _ = _vocabulary()
    if word in exact or word in wordings().names or word in wordings().edges or len(word) < 4:
        return word
    return folded.get(fold(word), word)


@lru_cache(maxsize=4096)
def _canonical(word: str) -> str:
    exact, _, by_letter = _vocabulary()
    alike = _written_alike(word)
    if alike != word or word in exact or word in wordings().names or word in wordings().edges:
        return alike
    if len(word) < 5 or not word.isalpha():
        return word
    best, best_distance = word, 3
    for candidate in by_letter.get(word[0], ()):
        allowed = 2 if len(candidate) >= 9 else 1
        if abs(len(candidate) - len(word)) > allowed:
            continue
        distance = OSA.distance(word, candidate, score_cutoff=allowed)
        if distance <= allowed and distance < best_distance:
            best, best_distance = candidate, distance
    return best
