"""Whether a question is on a municipality or a programme that no opened document knows, however near the words are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.initiatives import Known
from store.records import Finding
from store.search.concepts import Concept
from store.search.danish import analyse
from store.search.planwords import heads_of
from store.search.question import Question
from store.search.vocabulary import Frequencies, shelf_states

_KOMMUNE = re.compile(r"\b((?:[A-ZÆØÅ][\w-]+ ){0,2}[A-ZÆØÅ][\w-]+)s? (?:Kommune|kommune|Municipality|municipality)\b")
_OF = re.compile(r"\b(?:[Mm]unicipality|[Cc]ity|[Tt]own) of ([A-ZÆØÅ][\w-]+)")
_OPENING = frozenset(("har", "er", "i", "findes", "does", "is", "has", "in", "vores", "den", "the", "hvad", "hvilke"))
OF_PAPERS = frozenset({"elements", "overview", "initiatives", "goal", "due", "responsible", "when", "recommendation"})


def of_another(question: Question, told: Known | None) -> Finding | None:
    """The refusal of a question that names a municipality, or a paper, which nothing opened ever names."""
    names = list(_municipalities(question.text))
    papers = told is not None and question.intent in OF_PAPERS
    if not question.topic or not (names or papers):
        return None
    counted = Frequencies(question.driver, shelf_states(question.driver, question.shelves))
    missing = [
        concept.typed
        for concept in question.matcher(question.topic).concepts
        if (concept.words[-1] in names and _unheard(counted, concept)) or (papers and _no_paper(counted, concept))
    ]
    return Finding("not_found", missing=tuple(dict.fromkeys(missing))) if missing else None


def _municipalities(text: str) -> Iterator[str]:
    """The last words of what stands before "Kommune", with and without an ending of its own."""
    for found in (*_KOMMUNE.finditer(text), *_OF.finditer(text)):
        word = found.group(1).split()[-1].casefold()
        if word not in _OPENING:
            yield word
            yield word.removesuffix("s")


def _unheard(counted: Frequencies, concept: Concept) -> bool:
    """Whether neither a name nor what it may be misspelt for stands anywhere; parts of it are no name."""
    words = [concept.words[-1], *([concept.repaired] if concept.repaired else [])]
    keys = [key for word in words for key in analyse(word).stems]
    counted.fetch(keys)
    return not any(counted.df(key) for key in keys)


def _no_paper(counted: Frequencies, concept: Concept) -> bool:
    """Whether a compound names a programme on what no opened text has a word of ("integrationsstrategien")."""
    heads = heads_of(concept.words[0]) if len(concept.words) == 1 else ()
    if concept.held or not heads:
        return False
    keys = [key for way in heads for key in way.keys]
    counted.fetch(keys)
    return not any(counted.df(key) for key in keys)
