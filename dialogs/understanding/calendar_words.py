"""The words for months, seasons, numbers and relative days in both languages, as regular expressions and tables."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS: dict[str, tuple[int, int]] = {
    # The Danish seasons by whole months: spring is March to May. Winter begins in December of the year before.
    "foråret": (3, 5),
    "forår": (3, 5),
    "spring": (3, 5),
    "sommeren": (6, 8),
    "sommer": (6, 8),
    "summer": (6, 8),
    "efteråret": (9, 11),
    "efterår": (9, 11),
    "autumn": (9, 11),
    "fall": (9, 11),
    "vinteren": (12, 2),
    "vinter": (12, 2),
    "winter": (12, 2),
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "mandag mandags monday",
            "tirsdag tirsdags tuesday",
            "onsdag onsdags wednesday",
            "torsdag torsdags thursday",
            "fredag fredags friday",
            "lørdag lørdags saturday",
            "søndag søndags sunday",
        )
    )
    for name in names.split()
}
NUMBERS: dict[str, int] = {
    word: number
    for number, entries in enumerate(
        (
            "en et one a an første first 1.",
            "to two anden andet second 2.",
            "tre three tredje third 3.",
            "fire four fjerde fourth 4.",
            "fem five",
            "seks six",
            "syv seven",
            "otte eight",
            "ni nine",
            "ti ten",
            "elleve eleven",
            "tolv twelve",
        ),
        start=1,
    )
    for word in entries.split()
}
RELATIVE_DAYS: dict[str, int] = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i går": -1,
    "igår": -1,
    "i gaar": -1,
    "yesterday": -1,
    "i forgårs": -2,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
}
UNITS: dict[str, str] = {
    word: unit
    for unit, entries in {
        "day": "dag dage dagen dages døgn day days",
        "week": "uge uger ugen ugers week weeks",
        "month": "måned måneder måneden måneders maaned maaneder month months",
        "quarter": "kvartal kvartaler kvartalet quarter quarters",
        "year": "år året års aar year years",
    }.items()
    for word in entries.split()
}
LAST = ("sidste", "seneste", "forrige", "foregående", "last", "past", "previous")
THIS = ("denne", "dette", "indeværende", "i denne", "this", "the current", "current")
NEXT = ("næste", "kommende", "next", "coming")


def either(words: object) -> str:
    """An alternation of the words, longest first, as they stand."""
    assert isinstance(words, (dict, tuple))
    return "(?:" + "|".join(sorted((word.replace(".", r"\.") for word in words), key=len, reverse=True)) + ")"
