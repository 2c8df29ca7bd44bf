"""What a plan aims at: sentences that name a goal, with the figure where one stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.ingest.parsed import ParsedFact, ParsedGoal, ParsedList
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant

_LEAST = re.compile(
    r"(?<![\wæøå])(?:mindst|min\.|minimum|højst|maks\.|max\.|maksimalt|under|over|mere end|op til|ca\.|cirka|knap|"
    r"omkring)\s\Z",
    re.IGNORECASE,
)
"""What may stand before a figure and belongs to it."""
_FIGURE = re.compile(
    r"(?P<figure>\d[\d.,]*(?:(?<!(?:19|20)\d\d)\s?(?:-|–|til)\s?\d[\d.,]*)?\s{0,2}(?:%|pct\b\.?|procent(?:point)?\b|"
    r"(?:mio\.?|mia\.?|tusinde?|t\.|millioner|milliarder)?\s{0,2}(?:kr\b\.?|kroner\b)|(?:mio|mia)\.|kg\b|tons?\b|procentpoint\b|km\b|m2\b|kwh\b))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ROOM = 16
"""Characters that the longest word before a figure takes, with its blank, and then some."""
_COUNTED = re.compile(
    r"(?P<figure>\d(?<![\d.,/§(–-]\d)(?:\d{0,2}(?:\.\d{3})+|\d{0,5}))(?![\d/:.-]*\d)(?=\s(?!(?:januar|februar|"
    r"marts|april|maj|juni|juli|august|"
    r"september|oktober|november|december|og|til|i|kvartal|halvår)\b)[a-zæøå][\wæøå-]{2,})"
)
"""A number of things, without a unit."""
_MOVED = re.compile(r"(?<=\btil )(?P<figure>\d{1,3},\d{1,2})(?![\d.,/]*\d)")
"""A score that something moves to: "fra 3,4 til 4,2"."""
_AIM = (
    r"\b(?:mål(?:et|ene|sætning(?:en|er|erne)?)?|\w+mål(?:et|ene)?|\w*målsætning(?:en|er|erne)?|ambition(?:en|"
    r"er|erne)?|succeskriteri\w+|"
    r"effektmål|resultatmål|vision(?:en)?|sigtet|hensigten|formål(?:et)?)\b"
)
_MOVES = (
    r"\b(?:reduceres?|sænkes?|nedbringes?|mindskes?|halveres?|øges?|stige[rs]?|hæves?|forbedres?|falde[rs]?|"
    r"nå(?:s|r)?|opnå(?:s|r)?|spare[rs]?|"
    r"effektiviser\w*|fordobles?|fastholdes?|udvides?|benytte[rs]?|gennemføre[rs]?|skabe[rs]?)\b"
)
_WILL = r"\b(?:skal|vil|ønsker|forventes|bør|inden|senest|frem mod|i 20\d\d)\b"
_STATED = (
    r"\A(?:(?:det\s)?(?:overordnede|samlede|strategiske|primære|vigtigste|langsigtede)\s)?(?:mål(?:et|"
    r"sætningen)?|formål(?:et)?|hensigten|ambitionen|"
    r"visionen|sigtet)\b.{0,90}?\b(?:er|var|har\sværet)\b"
)
_AIM_STEMS = (*"0123456789", "mål", "hensigt", "ambition", "vision", "sigtet")
"""One of these stands in each sentence that states a goal."""
_PAST = r"\b(?:blev|var|havde|faldt|steg|viste)\b"


def find_goals(structure: Structure) -> list[ParsedGoal]:
    """Every sentence that states a goal, in order; `figure` is None where it aims at no number."""
    lost = structure.lost
    aim, moves, will = (tolerant(pattern, lost) for pattern in (_AIM, _MOVES, _WILL))
    stated, past = tolerant(_STATED, lost), tolerant(_PAST, lost)
    found: list[ParsedGoal] = []
    text = structure.stream.text
    for index, start, end in structure.sentences() if lost else structure.holding(_AIM_STEMS):
        sentence = text[start:end]
        if len(sentence) > 600 or not (_DIGIT.search(sentence) or stated.match(sentence)):
            continue
        said = aim.search(sentence) is not None
        figure = _figure(sentence, counted=said)
        if figure and not said:
            meant = aim.search(structure.label_of(index) or "") or (moves.search(sentence) and will.search(sentence))
            figure = None if not meant or past.search(sentence) else figure
        if figure is None and not stated.match(sentence):
            continue
        quoted, spans = structure.stream.quote(start, end)
        if spans and not quoted.endswith(":"):
            found.append(ParsedGoal(ParsedFact("goal", quoted, spans, label=structure.label_of(index)), figure))
    return found


def listed_goals(lists: Sequence[ParsedList]) -> list[ParsedGoal]:
    """The elements of lists of goals that name a figure."""
    return [
        ParsedGoal(replace(part.fact, kind="goal", label=part.fact.label or each.name), figure)
        for each in lists
        if each.kind == "goal"
        for part in each.parts
        if (figure := _figure(part.fact.text, counted=True))
    ]


def without_repeated(goals: Sequence[ParsedGoal]) -> list[ParsedGoal]:
    """`goals` without those whose words are a part of another's."""
    return [
        goal
        for goal in {one.fact.text: one for one in goals}.values()
        if not any(goal.fact.text != other.fact.text and goal.fact.text in other.fact.text for other in goals)
    ]


def _figure(sentence: str, *, counted: bool) -> str | None:
    """The figure aimed at: behind "til" where it moves from one to another, else the first."""
    hits = list(_FIGURE.finditer(sentence)) or (list(_COUNTED.finditer(sentence)) if counted else [])
    hits = hits or (list(_MOVED.finditer(sentence)) if counted else [])
    places = [_whole(sentence, hit) for hit in hits if not re.fullmatch(r"(?:19|20)\d\d", hit["figure"])]
    if not places:
        return None
    aimed = [place for place in places if re.search(r"\b(?:til|på|med)\s\Z", sentence[: place[0]])]
    start, end = aimed[-1] if aimed else places[0]
    return " ".join(sentence[start:end].split())


def _whole(sentence: str, hit: re.Match[str]) -> tuple[int, int]:
    """The place of a figure with the word before it that bounds it: "mindst 40 %"."""
    bound = _LEAST.search(sentence, max(hit.start() - _ROOM, 0), hit.start())
    return (bound.start() if bound else hit.start()), hit.end()
