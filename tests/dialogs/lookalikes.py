"""Writes dialogs/understanding/lookalikes.txt; to be run when wordings were added: python -m tests.dialogs.lookalikes.

A word of a Danish or English dictionary, or of the glossary, that is a letter or two from a cue word is no misspelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from textwrap import fill

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dialogs.understanding.nearwords import SHORTEST, Vocabulary, vocabulary

TARGET = Path(__file__).parents[2] / "dialogs" / "understanding" / "lookalikes.txt"
HEAD = (
    "# Made by python -m tests.dialogs.lookalikes; not to be edited by hand. First the cue words that misspelt words\n"
    "# are mended to, then the words of a dictionary that are so near to one of them that they would be taken for it.\n"
)
_WORD = re.compile(r"[a-zæøå]+")


def dictionary() -> set[str]:
    """Words of both languages and of the glossary, in lower case."""
    factory = DefaultDictionaryFactory()
    found = {word.lower() for lang in ("da", "en") for word in factory.get_dictionary(lang)}
    for name in ("glossary.tsv", "words.txt"):
        text = resources.files("store.search").joinpath(name).read_text(encoding="utf-8")
        found.update(_WORD.findall(text.lower()))
    return {word for word in found if len(word) >= SHORTEST and word.isalpha()}


def lookalikes(cues: Iterable[str], known: Iterable[str]) -> list[str]:
    """The known words that would be taken for one of the cues."""
    near = Vocabulary(cues)
    return sorted(word for word in known if word not in near.words and near.nearest(word)[1])


def written() -> str:
    """The file as it should be."""
    cues = vocabulary()
    sections = {"cues": sorted(cues), "words": lookalikes(cues, dictionary())}
    parts = (f"\n[{name}]\n{fill(' '.join(some), 118)}\n" for name, some in sections.items())
    return HEAD + "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
