"""What the edge says itself: in both languages, with a way forward, and the same line as everybody in a channel."""

from __future__ import annotations

import pytest

from bot.notices import CatalogueNotices
from cards import phrases as p
from cards.texts import texts
from store.records import Lang

LANGS: tuple[Lang, ...] = ("da", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_a_failure_names_its_reference_and_leads_on(lang: Lang) -> None:
    message = CatalogueNotices().failed(lang, False, "ABC234")
    assert "ABC234" in message.text
    assert message.suggestions


@pytest.mark.parametrize("lang", LANGS)
def test_a_channel_hears_that_one_may_also_ask_in_private(lang: Lang) -> None:
    line = texts(lang).say(p.ALSO_PERSONAL)
    notices = CatalogueNotices()
    assert line in notices.failed(lang, True, "ABC234").text
    assert line in notices.too_many(lang, True).text
    assert line not in notices.too_many(lang, False).text


def test_the_languages_differ() -> None:
    notices = CatalogueNotices()
    assert notices.working("da") != notices.working("en")
    assert notices.withdrawn("da", False).text != notices.withdrawn("en", False).text
