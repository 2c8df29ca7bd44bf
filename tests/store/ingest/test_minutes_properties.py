"""However a document is shuffled, cut or soiled, nothing is misquoted and nothing closed is shown as open."""

from __future__ import annotations

import contextlib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import MinutesUnreadable
from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Line, Page, ParsedDocument
from store.ingest.read import read
from store.ingest.verify import verify

_FOLDER = Path(__file__).parent / "minutes"
_EXTRACTS = [read(path) for path in sorted(_FOLDER.iterdir()) if path.suffix in (".txt", ".html")]
_LINES = [line for extract in _EXTRACTS for line in extract.lines]
_SECRET = "kvartsglimmer"
_SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _extract(pages: list[list[tuple[str, str]]], kind: str, gaps: bool) -> Extract:
    texts: list[Page] = []
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        text = ""
        for role, words in page:
            text += "\n" * (1 + gaps) if text else ""
            lines.append(Line(number, len(text), len(text) + len(words), words, role))
            text += words
        texts.append(Page(number, text))
    return Extract("pdf" if kind == "pdf" else "html", tuple(texts), tuple(lines), paged=kind == "pdf")


def _parsed(extract: Extract) -> ParsedDocument | None:
    with contextlib.suppress(MinutesUnreadable):
        document = parse(extract, source="prøve")
        assert verify(extract, document) == []
        return document
    return None


_line = st.one_of(
    st.sampled_from([(line.role, line.text) for line in _LINES if line.text.strip()]),
    st.tuples(st.sampled_from(["", "h2", "h3", "li", "row"]), st.text(min_size=1, max_size=40)).map(
        lambda pair: (pair[0], " ".join(pair[1].split()) or "x")
    ),
)


@_SETTINGS
@given(
    st.lists(st.lists(_line, min_size=1, max_size=25), min_size=1, max_size=5),
    st.sampled_from(["pdf", "html"]),
    st.booleans(),
)
def test_lines_of_all_documents_in_any_order_are_never_misquoted(
    pages: list[list[tuple[str, str]]], kind: str, gaps: bool
) -> None:
    _parsed(_extract(pages if kind == "pdf" else [[line for page in pages for line in page]], kind, gaps))


@_SETTINGS
@given(st.sampled_from(_EXTRACTS), st.data())
def test_a_cut_and_soiled_document_is_never_misquoted(extract: Extract, data: st.DataObject) -> None:
    pages = [[(line.role, line.text) for line in extract.lines if line.page == page.number] for page in extract.pages]
    for page in pages:
        if page and data.draw(st.booleans()):
            del page[data.draw(st.integers(0, len(page) - 1))]
        if data.draw(st.booleans()):
            page.insert(data.draw(st.integers(0, len(page))), data.draw(_line))
    _parsed(
        _extract(
            [page for page in pages if page] or [[("", "tom")]],
            "pdf" if extract.paged else "html",
            data.draw(st.booleans()),
        )
    )


@_SETTINGS
@given(st.text(max_size=3000))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    extract = Extract("txt", (Page(1, text),), (), paged=False)
    document = _parsed(extract)
    assert document is not None or not any(letter.isalpha() for letter in text)


_open_items = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(
                ["Ny bro over åen", "Takster i svømmehallen", "Skydebanens støj", "Eventuelt", "Mødeplan 2017"]
            ),
            "text": st.sampled_from(
                ["Broen er lukket for lastbiler.", "Hallen har 81.000 besøg.", "Naboerne har klaget."]
            ),
            "points": st.lists(
                st.sampled_from(["banen lukkes", "taksten hæves", "klubben høres"]), max_size=3, unique=True
            ),
            "decision": st.sampled_from(["Godkendt.", "Udsat.", "Drøftet.", ""]),
        }
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda item: item["title"],
)
_numbering = st.sampled_from(["{n}. {t}", "Punkt {n}: {t}", "Pkt. {n} {t}", "{n} {t}", "{t}", "Sag nr. {n} {t}"])
_closing = st.sampled_from(
    ["Lukket - {t}", "{t} (Lukket)", "(Lukket) {t}", "Lukket: {t}", "Lukket punkt: {t}", "Fortrolig - {t}"]
)


def _printed(title: str, item: dict[str, object], order: tuple[str, ...], roles: bool) -> list[tuple[str, str]]:
    lines = [("h2" if roles else "", title)]
    points = [("li" if roles else "", f"{n}. {point}") for n, point in enumerate(item["points"], 1)]  # type: ignore[arg-type]  # the dictionaries hold lists
    parts = {
        "text": [("h3" if roles else "", "Sagsfremstilling"), ("", str(item["text"]))],
        "points": [("h3" if roles else "", "Indstilling"), ("", "Forvaltningen indstiller, at"), *points]
        if points
        else [],
        "decision": [
            ("h3" if roles else "", "Beslutning"),
            *([("", str(item["decision"]))] if item["decision"] else []),
        ],
    }
    for part in order:
        lines += parts[part]
    return lines


@_SETTINGS
@given(
    _open_items,
    st.integers(0, 4),
    st.permutations(["text", "points", "decision"]),
    _numbering,
    _closing,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["pdf", "html"]),
    st.integers(1, 200),
)
def test_closed_text_never_stands_under_an_open_item(
    items: list[dict[str, object]],
    place: int,
    order: list[str],
    numbering: str,
    closing: str,
    roles: bool,
    gaps: bool,
    kind: str,
    first: int,
) -> None:
    secret = {
        "title": f"Køb af {_SECRET}",
        "text": f"Ejeren af {_SECRET} vil sælge.",
        "points": [f"{_SECRET} købes", f"{_SECRET} betales"],
        "decision": f"Godkendt, og {_SECRET} overtages i maj.",
    }
    place = min(place, len(items))
    whole = [*items[:place], secret, *items[place:]]
    lines = [("h1" if roles else "", "Referat"), ("", "Teknisk Udvalg"), ("", "Mødedato: 3. maj 2016")]
    for number, item in enumerate(whole, first):
        title = str(item["title"])
        title = closing.format(t=title) if item is secret else title
        lines += _printed(numbering.format(n=number, t=title), item, tuple(order), roles)
    document = _parsed(_extract([lines], kind, gaps))
    assert document is not None
    if document.access == "closed":
        return
    shown = [fact.text for fact in document.facts]
    for entry in document.items:
        if entry.access != "closed":
            shown += [entry.title, *(fact.text for fact in entry.facts), *(a.title for a in entry.attachments)]
    assert [text for text in shown if _SECRET in text] == []
