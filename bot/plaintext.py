"""A message as plain text for the terminal: its words, the words of its card, and its buttons in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.turn import Message


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends a verb; `data` is what the card carries, without the verb."""

    title: str
    verb: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """An input of a card: the field it fills, what it asks, what is preselected, and the choices if any."""

    field: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    """(title, value)."""


def words(message: Message) -> str:
    """The text, and what the card says beyond it, a line per element."""
    lines = [message.text.strip()]
    if message.card is not None:
        said = _bare(message.text)
        lines += [line for line in _lines(message.card) if line and _bare(line) not in said]
    return "\n".join(line for line in lines if line)


_MARKS = str.maketrans("", "", "»«“”\\")


def _bare(text: str) -> str:
    """The words without quotation marks and blanks: in the text a quote has marks, on the card a box."""
    return "".join(text.translate(_MARKS).split())


def buttons(message: Message) -> list[Button]:
    """The card's buttons that send a verb, in order."""
    return [button for element in _walk(message.card or {}) if (button := _button(element)) is not None]


def questions(message: Message) -> list[Question]:
    """The card's inputs, in order."""
    return [
        Question(
            field=str(element.get("id")),
            label=str(element.get("label") or element.get("title") or element.get("placeholder") or element.get("id")),
            value=str(element.get("value") or ""),
            choices=tuple((str(c.get("title")), str(c.get("value"))) for c in element.get("choices") or ()),
        )
        for element in _walk(message.card or {})
        if str(element.get("type", "")).startswith("Input.")
    ]


def _button(element: Mapping[str, Any]) -> Button | None:
    if element.get("type") not in ("Action.Execute", "Action.Submit"):
        return None
    data = element.get("data")
    given = dict(data) if isinstance(data, Mapping) else {}
    inner = given.pop("verb", None)
    given.pop("msteams", None)
    verb = element.get("verb") or inner
    return Button(str(element.get("title") or verb), verb, given) if isinstance(verb, str) else None


def _walk(element: Any) -> Iterator[Mapping[str, Any]]:
    """Elements in reading order; fallbacks are left out, for they repeat what they stand for."""
    if isinstance(element, Mapping):
        yield element
        for key, value in element.items():
            if key not in ("fallback", "data", "msteams") and isinstance(value, (Mapping, list)):
                yield from _walk(value)
    elif isinstance(element, list):
        for part in element:
            yield from _walk(part)


def _lines(element: Any) -> Iterator[str]:
    if isinstance(element, list):
        for part in element:
            yield from _lines(part)
        return
    if not isinstance(element, Mapping):
        return
    kind = element.get("type")
    if kind == "TextBlock":
        yield str(element.get("text") or "")
    elif kind == "RichTextBlock":
        yield "".join(_run(run) for run in element.get("inlines") or ())
    elif kind == "FactSet":
        for fact in element.get("facts") or ():
            yield f"{fact.get('title')}: {fact.get('value')}"
    elif kind == "TableRow":
        cells = (" ".join(_lines(cell.get("items"))) for cell in element.get("cells") or ())
        yield " | ".join(cells)
    else:
        for key in ("body", "items", "columns", "rows", "card"):
            yield from _lines(element.get(key))


def _run(run: Any) -> str:
    return run if isinstance(run, str) else str(run.get("text") or "") if isinstance(run, Mapping) else ""
