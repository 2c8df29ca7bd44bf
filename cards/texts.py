"""Phrases, dates, numbers and lists in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from importlib import resources
from io import BytesIO
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from cards import phrases as p
from cards.catalogue import Phrase
from store.records import Lang

LOCAL = ZoneInfo("Europe/Copenhagen")
_LOCALES = {"da": Locale("da"), "en": Locale("en", "GB")}
_UNSEEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_BREAKS = re.compile(r"[\r\n\t\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SQUEEZE = re.compile(r" {2,}")
_BEFORE_STOP = re.compile(r" +(?=[.:,;](?:\s|$))")


@lru_cache(maxsize=1)
def _danish() -> dict[str, tuple[str, ...]]:
    """The Danish sentences by phrase name: one form, or singular and plural."""
    found: dict[str, tuple[str, ...]] = {}
    for catalog in catalogs():
        for message in catalog:
            if message.context and not message.fuzzy:
                forms = message.string if isinstance(message.string, tuple) else (message.string,)
                found[message.context] = tuple(str(form) for form in forms)
    return found


def catalogs() -> list[Catalog]:
    """The files of Danish sentences, as Babel reads them."""
    files = sorted(resources.files("cards").joinpath("locales").iterdir(), key=lambda one: one.name)
    wanted = [one for one in files if one.name.endswith(".po")]
    return [read_po(BytesIO(one.read_bytes()), locale="da", abort_invalid=True) for one in wanted]


def clean(text: str) -> str:
    """Text from documents and people without signs that are not seen or that turn the direction of writing."""
    return _CONTROL.sub("", _BREAKS.sub(" ", _UNSEEN.sub("", text)))


def shorten(text: str, limit: int) -> str:
    """The text, cut at the end of a sentence or else of a word when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    stop = max(head.rfind(". "), head.rfind("? "), head.rfind("! "))
    if stop >= limit // 2:
        return head[: stop + 1]
    space = head.rfind(" ")
    return (head[:space] if space >= limit // 2 else head[: limit - 1]).rstrip(" ,;:") + " …"


class Texts:
    """Sentences in one language. Values from documents and people go in as they are, without unseen signs."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._locale = _LOCALES[lang]

    def say(self, phrase: Phrase, /, **values: object) -> str:
        """The phrase with its fields filled in. A `count` chooses between singular and plural."""
        count = values.get("count")
        forms = (phrase.source, phrase.plural or phrase.source)
        if self.lang == "da":
            danish = _danish()[phrase.name]
            forms = (danish[0], danish[-1])
        form = forms[0] if count == 1 else forms[1] if count is not None else forms[0]
        filled = form.format_map({name: self.value(value) for name, value in values.items()})
        # A field may be empty: no blank is left before a full stop, nor two in a row.
        return _SQUEEZE.sub(" ", _BEFORE_STOP.sub("", filled)).strip()

    def value(self, value: object) -> str:
        """One field: a date, number or text as it is written in this language."""
        if isinstance(value, bool) or value is None:
            return ""
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.date_of(value)
        if isinstance(value, time):
            return self.time_of(value)
        if isinstance(value, int):
            return str(format_decimal(value, locale=self._locale))
        return clean(str(value)).strip()

    def date_of(self, day: date) -> str:
        """22. oktober 2015; 22 October 2015."""
        return str(format_date(day, "d. MMMM y" if self.lang == "da" else "d MMMM y", locale=self._locale))

    def day(self, day: date) -> str:
        """torsdag den 22. oktober 2015; Thursday 22 October 2015."""
        return self.say(p.DAY, weekday=str(format_date(day, "EEEE", locale=self._locale)), date=day)

    def month(self, day: date) -> str:
        """oktober 2015."""
        return str(format_date(day, "MMMM y", locale=self._locale))

    def time_of(self, clock: time) -> str:
        """8.30; 8:30. On the hour the minutes stay, so that it is not taken for a number."""
        return f"{clock.hour}{'.' if self.lang == 'da' else ':'}{clock.minute:02d}"

    def moment(self, when: datetime) -> str:
        """A day with its time, in Danish local time."""
        local = when.astimezone(LOCAL)
        return self.say(p.DAY_TIME, day=self.day(local.date()), time=self.time_of(local.time()))

    def names(self, people: Iterable[str]) -> str:
        """Hanne Lund, Bo Sørensen og Poul Vestergaard."""
        return str(format_list([clean(name).strip() for name in people], locale=self._locale))

    def quoted(self, text: str) -> str:
        """A title or word in the language's quotation marks."""
        return self.say(p.QUOTED, text=text)

    def quoted_all(self, texts: Sequence[str]) -> str:
        """»a«, »b« og »c«."""
        return str(format_list([self.quoted(text) for text in texts], locale=self._locale))

    def period(self, since: date | None, until: date | None) -> str:
        """When, as briefly as it can be said, to stand behind a verb: on a day, in a month or year, from and to."""
        if since and until:
            if since == until:
                return self.say(p.ON_DAY, date=since)
            if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
                return self.say(p.IN_YEAR, year=str(since.year))
            after = date.fromordinal(until.toordinal() + 1)
            if since.day == 1 and after.day == 1 and (since.year, since.month) == (until.year, until.month):
                return self.say(p.IN_MONTH, month=self.month(since))
            return self.say(p.SCOPE_TO, since=since, until=until)
        if since:
            return self.say(p.SCOPE_SINCE, date=since)
        return self.say(p.SCOPE_UNTIL, date=until) if until else ""


@lru_cache(maxsize=2)
def texts(lang: Lang) -> Texts:
    """The sentences of a language."""
    return Texts(lang)
