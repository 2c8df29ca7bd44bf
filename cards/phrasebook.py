"""A page of every sentence in both languages with an example filled in: `python -m cards.phrasebook OUT.html`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from cards import agendaphrases, casephrases, deskphrases, digestphrases, followupphrases, meetingphrases, phrases
from cards.catalogue import CATALOGUE, Phrase
from cards.texts import Texts, texts
from store.records import Lang

_HEAD = """<!doctype html>
<html lang="da"><meta charset="utf-8"><title>Referent: phrases</title>
<style>
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .5rem; text-align: left; vertical-align: top; width: 38%; }
th:first-child, td:first-child { width: 24%; font-size: .8rem; color: #555; overflow-wrap: anywhere; }
</style>
<h1>Referent: phrases</h1>
<p>Read each one aloud. The English stands in cards/phrases.py and beside it, the Danish in cards/locales.</p>
<table><thead><tr><th scope="col">Name and use</th><th scope="col">Dansk</th><th scope="col">English</th></tr></thead>
<tbody>
"""


MODULES = (phrases, casephrases, deskphrases, meetingphrases, followupphrases, digestphrases, agendaphrases)
"""The modules of phrases: importing them fills the catalogue."""


def example(phrase: Phrase, t: Texts, values: Mapping[str, object] | None = None) -> str:
    """The phrase with its example filled in; "=NAME" in an example stands for another phrase."""
    given = {**phrase.example, **(values or {})}
    return t.say(phrase, **{name: _filled(value, t) for name, value in given.items()})


def _filled(value: object, t: Texts) -> object:
    if isinstance(value, str) and value.startswith("="):
        return example(CATALOGUE[value[1:]], t)
    return value


def forms(phrase: Phrase, lang: Lang) -> list[str]:
    """What the phrase sounds like: for one and for several where it counts."""
    t = texts(lang)
    if phrase.plural is None:
        return [example(phrase, t)]
    return [example(phrase, t, {"count": count}) for count in (1, 3)]


def page(told: Iterable[Phrase]) -> str:
    """The page as HTML."""
    rows = [_HEAD]
    for phrase in told:
        cells = ["<br>".join(escape(form) for form in forms(phrase, lang)) for lang in ("da", "en")]
        note = escape(phrase.note.removeprefix("Translators: "))
        rows.append(
            f"<tr><td><b>{phrase.name}</b><br>{note}</td>"
            f'<td lang="da">{cells[0]}</td><td lang="en">{cells[1]}</td></tr>\n'
        )
    rows.append("</tbody></table></html>\n")
    return "".join(rows)


def main() -> None:
    """Write the page to the path given on the command line."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m cards.phrasebook OUT.html\n")
        raise SystemExit(2)
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(CATALOGUE.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
