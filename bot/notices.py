"""The edge's own messages, from the same catalogue and cards as all others."""

from __future__ import annotations

from cards import missing
from cards import phrases as p
from cards.parts import Frame
from cards.texts import texts
from dialogs.replies import message
from dialogs.turn import Message
from store.records import Lang


class CatalogueNotices:
    """bot.ports.Notices from the phrase catalogue."""

    def failed(self, lang: Lang, shared: bool, reference: str) -> Message:
        """Something went wrong; with the reference that the log has too."""
        return message(missing.error(reference, Frame(lang, shared)))

    def too_many(self, lang: Lang, shared: bool) -> Message:
        """One polite refusal for who asks too often."""
        return message(missing.plain(p.TOO_FAST, Frame(lang, shared)))

    def working(self, lang: Lang) -> str:
        """A click that takes long: the result comes later."""
        return texts(lang).say(p.BUSY)

    def withdrawn(self, lang: Lang, shared: bool) -> Message:
        """What stands in the place of a message whose text was withdrawn."""
        return message(missing.withdrawn(Frame(lang, shared)))
