"""The edge's own sentences, from the same catalogue as all others."""

from __future__ import annotations

from cards import phrases as p
from cards.texts import texts
from dialogs.turn import Message
from store.records import Lang


class CatalogueNotices:
    """bot.ports.Notices from the phrase catalogue."""

    def failed(self, lang: Lang, reference: str) -> str:
        """Something went wrong; with the reference that the log has too."""
        return texts(lang).say(p.ERROR, reference=reference)

    def too_many(self, lang: Lang) -> str:
        """One polite refusal for who asks too often."""
        return texts(lang).say(p.TOO_FAST)

    def working(self, lang: Lang) -> str:
        """A click that takes long: the result comes later."""
        return texts(lang).say(p.BUSY)

    def withdrawn(self, lang: Lang) -> Message:
        """What stands in the place of a message whose text was withdrawn."""
        return Message(texts(lang).say(p.WITHDRAWN_TEXT))
