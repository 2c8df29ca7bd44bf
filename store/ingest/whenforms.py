"""The forms in which Danish texts print times, as patterns with named groups."""

from __future__ import annotations

from store.ingest.dates import MONTHS, WEEKDAYS

_MONTH = (
    "(?:" + "|".join(sorted((name for name in MONTHS if name not in ("nvember", "ktber")), key=len, reverse=True)) + ")"
)


_YEAR = r"(?:19|20)\d\d"


_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"


_DEN = rf"(?:{_WEEKDAY}(?:en)?,?\s{{1,2}})?(?:den\s{{1,2}}|d\.\s{{0,2}})?"


_SEASON = (
    r"sommerferien?|efterårsferien?|vinterferien?|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|jul(?:en)?"
    r"|påsken?|årsskiftet|nytår"
)


_PORTIONS = (
    r"primo|medio|ultimo|(?:i\s|ved\s)?(?:starten|begyndelsen|midten|slutningen|udgangen)\s(?:af|i)"
    r"|(?:først|tidligt|midt|sidst|sent)\s(?:i|på)"
)


FORMS = (
    rf"(?P<iso>(?<!\d){_YEAR}-\d\d-\d\d(?!\d))",
    rf"{_DEN}(?<![\d.,/])(?P<numeric>\d{{1,2}}(?:\.\s?\d{{1,2}}\s?[. -]\s?|/\d{{1,2}}\s?[/ -]\s?|"
    rf"-\d{{1,2}}-){_YEAR}|\d{{1,2}}(?:\.\d{{1,2}}[.-]|/\d{{1,2}}[/-]|-\d{{1,2}}-)\d\d)(?![\d/]|[.,]\d)",
    rf"{_DEN}(?<![\d/,])(?P<from_day>\d{{1,2}})\.?\s?(?:-|–|og|til|/)\s?(?:den\s)?(?P<to_day>\d{{1,2}})\.\s{{0,2}}"
    rf"(?P<days_month>{_MONTH})\b\.?(?:,?\s{{1,2}}(?P<days_year>{_YEAR})(?!\d))?",
    rf"{_DEN}(?<![\d/,])(?P<day>\d{{1,2}})\.?\s{{0,2}}(?P<day_month>{_MONTH})\b\.?"
    rf"(?:,?\s{{0,2}}(?P<day_year>{_YEAR})(?!\d))?",
    r"(?:(?P<led>" + _WEEKDAY + r",?\s(?:den\s|d\.\s?)?|\b(?:d\.|den|senest|inden|til|fra|pr\.)\s?))"
    r"(?P<short>\d{1,2}/\d{1,2})(?![\d/]|[.,-]\d)",
    rf"\b(?P<portion>{_PORTIONS})\s(?:måned\s)?(?:(?P<part_month>{_MONTH})\b\.?(?:\s(?:måned\s)?(?P<part_month_year>{_YEAR})(?!\d))?"
    rf"|(?P<part_quarter>[1-4])\.\skvartal(?:\s(?P<part_quarter_year>{_YEAR}))?"
    rf"|(?P<part_season>{_SEASON})(?:\s(?P<part_season_year>{_YEAR}))?"
    rf"|(?:året?\s)?(?P<part_year>{_YEAR})(?!\d)|(?P<part_none>året|måneden))",
    rf"\b(?:(?P<quarter>[1-4]|første|andet|tredje|fjerde|first|second|third|fourth)\.?(?:\s?(?:-|–|og|til)\s?(?P<to_quarter>[1-4])\.)?\s"
    rf"(?:kvartal|quarter(?:\sof)?|kvt\b\.?)|q(?P<q>[1-4])\b)(?:,?[\s/-](?:i\s)?(?P<quarter_year>{_YEAR})(?!\d))?",
    rf"\b(?P<half>[12]|første|andet|sidste)\.?\s(?:halvår|halvdel\saf(?=\s{_YEAR}))(?:\s(?:i\s|"
    rf"af\s)?(?P<half_year>{_YEAR})(?!\d))?",
    rf"\b(?:skoleår(?:et)?|studieår(?:et)?|sæson(?:en)?)\s(?P<school>{_YEAR})(?:\s?[/-]\s?(?:{_YEAR}|"
    rf"\d\d))?(?![\d/])",
    rf"\buge(?:rne)?\s(?P<week>\d{{1,2}})(?:\s?(?:-|–|og|til)\s?(?P<to_week>\d{{1,2}}))?(?:(?:,?\s(?:i\s)?|/|"
    rf"\s?-\s?)(?P<week_year>{_YEAR})(?!\d))?(?!\d)",
    rf"\b(?P<season>{_SEASON})\b(?:\s(?:i\s)?(?P<season_year>{_YEAR})(?:\s?[/-]\s?(?:{_YEAR}|\d\d)(?!\d))?)?",
    rf"(?<![\wæøå.])(?P<month>{_MONTH})\b\.?(?:\småned)?(?:,?\s{{0,2}}(?:i\s)?(?P<month_year>{_YEAR})(?!\d))?",
    rf"(?<![\d.,/-])(?P<year>{_YEAR})(?:\s?(?P<year_mark>[-–/])\s?(?P<to_year>{_YEAR}|"
    rf"\d\d)(?![\d/.-]))?(?![\d/:]|[.,]\d)",
)
