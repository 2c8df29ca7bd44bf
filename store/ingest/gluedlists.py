"""Lists whose bullets and line ends extraction has lost: the elements behind a colon, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.gluedheads import boundaries, first_verb, has_verb
from store.ingest.listkinds import Named, named
from store.ingest.sentences import split_sentences

Place = tuple[int, int]
Element = tuple[int, int, int | None]
"""Start and end of an element, and where its title ends when a description follows it."""
_COLON = re.compile(r"(?<!\d):\s(?:\d{1,3}\s(?:\d{1,3}\s)?(?=[A-ZÆØÅ]))?(?=\S)")
"""A colon; page numbers may stand between it and the list's first element."""
_LOWER = re.compile(r"[.;]\s(?=[a-zæøåé§])")
_SHORT = re.compile(
    r"(?:\b(?:ca|pr|nr|kr|jf|fx|evt|inkl|ekskl|bl\.a|f\.eks|eks|hhv|ift|ifm|pga|mhp|vedr|stk|kl|mio|mia|dvs|osv|red)|\.\w)\Z"
)
_OPENER = re.compile(
    r"(?:Det|Der|De|Den|Denne|Dette|Disse|I|På|Som|For|Hvis|Når|Med|Ud|Her|Efter|Ved|Derfor|Samtidig|Endelig|Herudover|Derudover|Desuden|Endvidere|Af|"
    r"Til|Nedenfor|Men|Og|Tilgangen|Følgende|Vi|Hvor|Fra|Ligeledes|Dermed|Således|Konkret|Mere konkret|Både|"
    r"Uanset|Alle|Hver|Sat|Ovenstående|Erfaringen|Formålet|Målet)\b"
)
_JOIN = re.compile(r",\s(?:og\s|samt\s)?|\s(?:samt|og)\s")
_MOST = 14
_LONG = 5200
_POINTS = re.compile(r"(?:Det|Der|De|Den|Disse|Denne|Dette|Her|Nedenfor|Figur|Side|Se)\b")


def colon_lists(
    text: str, stops: Sequence[int], names: frozenset[str] = frozenset(), lost: str = ""
) -> list[tuple[int, list[Element]]]:
    """Where lists behind a colon stand: the place behind the colon, and their elements.

    `stops` are places where something else begins (a number, a heading): no list runs over them. `names` are words
    whose capital begins no element.
    """
    found: list[tuple[int, list[Element]]] = []
    for match in _COLON.finditer(text):
        at = match.end()
        if found and found[-1][1] and at <= found[-1][1][-1][0]:
            continue
        lead = _lead(text, match.start())
        end = min([stop for stop in stops if stop > match.start()], default=len(text))
        end = min(end, at + _LONG)
        if end - at < 12 or not lead:
            continue
        says = named(f"{lead}:", lost)
        places = _elements(text, at, end, says, names, lost)
        if len(places) > 1:
            found.append((at, places))
    return found


def _lead(text: str, colon: int) -> str:
    """The sentence before a colon, from its last possible beginning."""
    begin = max(colon - 400, 0)
    window = text[begin:colon]
    start = max((match.end() for match in re.finditer(r"[.!?:]\s(?=[A-ZÆØÅ])|\n", window)), default=0)
    return window[start:].strip()


def _elements(text: str, at: int, end: int, says: Named, names: frozenset[str], lost: str) -> list[Element]:
    first = text[at : at + 1]
    if first.islower() or first == "§":
        lower = _lower(text, at, end)
        return _untitled(lower if len(lower) > 1 else _inline(text, at, end, says))
    if not first.isupper():
        return []
    fragments = _fragments(text, at, end, says, names, lost)
    inline = _inline(text, at, end, says) if says.announced and len(fragments) != says.announced else []
    return _untitled(inline) if inline and len(inline) == says.announced else fragments


def _untitled(places: Sequence[Place]) -> list[Element]:
    return [(start, end, None) for start, end in places]


def _lower(text: str, at: int, end: int) -> list[Place]:
    """Elements in small letters, each ended by a full stop; sentences between them belong to the element before."""
    starts = [at]
    for match in _LOWER.finditer(text, at, end):
        if text[match.start()] == "." and _SHORT.search(text[max(match.start() - 8, 0) : match.start()]):
            continue
        if match.end() - starts[-1] > 700 or text.find(": ", starts[-1], match.start()) > 0:
            break
        starts.append(match.end())
    if len(starts) < 2:
        return []
    closing = split_sentences(text[starts[-1] : min(end, starts[-1] + 700)])
    stop = starts[-1] + (closing[0][1] if closing else 0)
    glued = next(boundaries(text, starts[-1], stop, listing=False), None)
    stop = min(stop, glued - 1) if glued else stop
    return [
        (start, _trim(text, start, following)) for start, following in zip(starts, [*starts[1:], stop], strict=True)
    ]


def _inline(text: str, at: int, end: int, says: Named) -> list[Place]:
    """Elements of one sentence, parted by commas and a last "og" or "samt"."""
    if not says.strong:
        return []
    sentences = split_sentences(text[at : min(end, at + 500)])
    if not sentences:
        return []
    stop = at + sentences[0][1]
    glued = next(boundaries(text, at, stop, listing=True), None)
    stop = min(stop, glued - 1) if glued else stop
    stop = _trim(text, at, stop)
    marks = [(at + match.start(), at + match.end(), match.group()) for match in _JOIN.finditer(text[at:stop])]
    commas = [mark for mark in marks if mark[2].startswith(",")]
    if not commas:
        return []
    ands = [mark for mark in marks if not mark[2].startswith(",") and mark[0] > commas[-1][0]]
    together = [mark for mark in ands if "samt" in mark[2]]
    for chosen in ([*commas, *together[-1:]] if together else [*commas, *ands[-1:]], [*commas], [*commas, *ands]):
        cuts = sorted(set(chosen))
        places = _between(text, at, stop, cuts)
        if says.announced is None or len(places) == says.announced:
            return places
    return []


def _between(text: str, at: int, stop: int, cuts: Sequence[tuple[int, int, str]]) -> list[Place]:
    starts = [at, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), stop]
    return [(start, _trim(text, start, end)) for start, end in zip(starts, ends, strict=True) if end > start]


def _fragments(text: str, at: int, end: int, says: Named, names: frozenset[str], lost: str) -> list[Element]:
    """Elements that begin with a capital: glued catchwords, titles with a paragraph each, or whole sentences."""
    pieces = _pieces(text, at, end, names)
    titled = _titled(text, pieces, says.announced, lost)
    if titled:
        return titled
    places: list[Place] = []
    opener = _OPENER.match(text, at)
    sentences = has_verb(text[slice(*pieces[0])], lost) and _closed(text, pieces[0])
    if sentences and (not (says.strong and says.kind) or _POINTS.match(text, at)):
        return []
    if sentences and says.announced:
        return _untitled(_leading(text, pieces, says.announced, lost))
    for number, place in enumerate(pieces):
        words = text[slice(*place)]
        if len(places) >= _MOST or ": " in words or words.endswith(":"):
            break
        opened = _OPENER.match(words)
        if not sentences and places:
            if opened and not (opener and words.split()[0] == text[slice(*places[0])].split()[0]):
                break
            if has_verb(words, lost) and _closed(text, place) and len(words) > 60:
                if not _goes_on(text, pieces, number, lost):
                    break
                places[-1] = (places[-1][0], place[1])
                continue
        if sentences and places and opened:
            places[-1] = (places[-1][0], place[1])
            continue
        places.append(place)
        if says.announced and len(places) == says.announced and not sentences:
            break
    return _untitled(places)


def _goes_on(text: str, pieces: Sequence[Place], number: int, lost: str) -> bool:
    """Whether the list goes on behind a sentence that only describes the element before it."""
    if number + 1 >= len(pieces) or not _closed(text, pieces[0]):
        return False
    following = text[slice(*pieces[number + 1])]
    first, word = text[slice(*pieces[0])].split()[0], following.split()[0]
    return _closed(text, pieces[number + 1]) and not has_verb(following, lost) and first[-1:] == word[-1:]


def _leading(text: str, pieces: Sequence[Place], announced: int, lost: str) -> list[Place]:
    """Sentences that open an element each, with those that follow them: as many as are announced, else none.

    They begin with no word that points back; where these are too many, those with the first one's verb count.
    """
    openers = [i for i, place in enumerate(pieces[:40]) if not _OPENER.match(text, place[0]) and _closed(text, place)]
    verb = first_verb(text[slice(*pieces[0])], lost)
    alike = [i for i in openers if verb and first_verb(text[slice(*pieces[i])], lost) == verb]
    for chosen in (openers, alike):
        if len(chosen) == announced and chosen[0] == 0:
            ends = [*(i - 1 for i in chosen[1:]), min(chosen[-1] + 2, len(pieces) - 1)]
            return [(pieces[i][0], pieces[end][1]) for i, end in zip(chosen, ends, strict=True)]
    return []


def _titled(text: str, pieces: Sequence[Place], announced: int | None, lost: str) -> list[Element]:
    """Elements of a title and sentences: exactly as many titles as are announced, each before whole sentences."""
    if not announced or announced < 2:
        return []
    titles = [
        i for i, place in enumerate(pieces) if not _closed(text, place) and not has_verb(text[slice(*place)], lost)
    ]
    if len(titles) < announced or titles[0] != 0 or len(pieces) < announced + 2 or titles[1] == 1:
        return []
    starts = titles[:announced]
    bounds = [*starts[1:], None]
    places: list[Element] = []
    for start, bound in zip(starts, bounds, strict=True):
        last = bound if bound is not None else _paragraph_end(text, pieces, start)
        places.append((pieces[start][0], pieces[max(last - 1, start)][1], pieces[start][1]))
    return places


def _paragraph_end(text: str, pieces: Sequence[Place], start: int) -> int:
    index = start + 1
    while index < len(pieces) and _closed(text, pieces[index]) and index - start < 5:
        index += 1
    return index


def _pieces(text: str, at: int, end: int, names: frozenset[str]) -> list[Place]:
    """Sentences, cut again where glued lines begin inside them."""
    found: list[Place] = []
    for start, stop in split_sentences(text[at:end]):
        begin = at + start
        for place in boundaries(text, begin, at + stop, listing=True, names=names):
            found.append((begin, _trim(text, begin, place)))
            begin = place
        found.append((begin, at + stop))
    return found


def _closed(text: str, place: Place) -> bool:
    return text[place[0] : place[1]].endswith((".", "!", "?"))


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n;,":
        end -= 1
    tail = re.search(r"\s(?:og|samt|eller)\Z", text[start:end])
    return start + tail.start() if tail else end
