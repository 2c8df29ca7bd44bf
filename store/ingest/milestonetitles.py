"""What a milestone is called: the sentence less its time and what only ties it."""

from __future__ import annotations

import re

from store.ingest.whens import Timed

_SUBJECT = re.compile(
    r"\s(?:er|var|bliver|ligger|falder|sker|afholdes|holdes|finder sted|forventes|er fastsat til|fastsættes til|"
    r"er sat til|begynder|starter|"
    r"påbegyndes|igangsættes)\s*\Z",
    re.IGNORECASE,
)
EDGES = " \t,;:.–—-|("
_TIES = re.compile(
    r"(?:\s|\A)(?:i|på|den|d\.|fra|til|og|on|in|at|from|until|the|"
    r"senest|inden|ved|om|for|er|af|frem mod|med|forventet|forventeligt|"
    r"ca\.|pr\.|efter|\(|:|-|–|fra kl\.?|kl\.?(?:\sca\.?)?)\s*\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s(?:og|men|hvor|så|hvorefter|mens|da|der|som|således)\s|;\s|\.\s(?=[A-ZÆØÅ])")
_RELATIVE = re.compile(r",\s(?:som|der)\s")
_ONLY_DATE = re.compile(r"(?:(?:den\s)?nye?\s)?(?:\w*frist|deadline|dato|tidspunkt|termin)(?:en|et)?", re.IGNORECASE)
_TELLS = re.compile(r"\s(?:er|bliver|blev|har|kan|skal|afventer|mangler)\s")
_MOST = 170
_NEAR = 48
"""Characters before a time in which the words stand that tie it to what happens."""


def title_of(sentence: str, timed: Timed, times: list[Timed]) -> str:
    """What happens: the sentence less the time and what only ties it."""
    before = sentence[: timed.start]
    others = [one for one in times if one is not timed]
    earlier = max((one.end for one in others if one.end <= timed.start), default=0)
    later = min((one.start for one in others if one.start >= timed.end), default=len(sentence))
    subject = _SUBJECT.search(before, max(len(before) - _NEAR, 0))
    if (
        subject
        and len(before[: subject.start()].split()) >= 1
        and earlier == 0
        and re.match(r"(?i)\s(?:er|ligger|falder|var|bliver)", subject.group())
    ):
        return _tidy(before[: subject.start()])
    if not before.strip(EDGES):
        body = sentence[timed.end : later if later < len(sentence) and others else len(sentence)]
        return _tidy(_first_clause(body))
    marks = list(_CLAUSE.finditer(sentence, earlier, timed.start))
    if (
        marks
        and _RELATIVE.match(marks[-1].group())
        and len(_untied(sentence[marks[-1].end() : timed.start]).split()) < 2
    ):
        # "..., som vedtages i maj": the clause says nothing without what it tells of.
        marks = marks[:-1]
    begin = marks[-1].end() if marks else earlier
    stop = _CLAUSE.search(sentence, timed.end)
    end = min(stop.start() if stop else len(sentence), later)
    lead, rest = sentence[begin : timed.start], sentence[timed.end : end]
    lead = _untied(lead)
    if others and earlier and not lead.strip(EDGES):
        lead = _untied(sentence[: min(one.start for one in times)])
    rest = rest if not re.match(r"\s*\)?\s*\Z", rest) else ""
    return _tidy(f"{lead.rstrip()} {rest.lstrip(' ,)')}" if rest.strip(EDGES + ")") else lead) or _tidy(sentence)


def _untied(text: str) -> str:
    """`text` without the words at its end that only tie a time to it."""
    while tie := _TIES.search(text, max(len(text) - _NEAR, 0)):
        text = text[: tie.start()]
    return text


def says_only_date(title: str) -> bool:
    """Whether a title only says that there is a date: "Ny frist"."""
    return _ONLY_DATE.fullmatch(title) is not None


def of_subject(title: str, before: str) -> str:
    """A title that only says that there is a date, led by what the sentence `before` it tells of."""
    tells = _TELLS.search(before)
    return f"{_tidy(before[: tells.start()])}: {title}" if tells and tells.start() <= 90 else title


def moved_title(subject: str) -> str:
    """What is moved, as the sentence names it before its verb."""
    clauses = [match.end() for match in _CLAUSE.finditer(subject)]
    return _tidy(subject[clauses[-1] if clauses else 0 :])


def _first_clause(text: str) -> str:
    body = re.sub(r"\A[\s):.,;–—|-]+", "", text)
    stop = re.search(r"\.\s|;\s", body)
    return body[: stop.start()] if stop else body


def _tidy(text: str) -> str:
    text = re.sub(
        r"(?i)\A(?:og|g|samt|men|mens|hvor|hvorefter|derefter|herefter|så)\s",
        "",
        " ".join(text.split()).strip(EDGES + ")"),
    )
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text if len(text) <= _MOST else text[: text.rfind(" ", 0, _MOST)] + " …"
