"""Questions that nobody asked, so that the first person does not wait for word lists and catalogues."""

from __future__ import annotations

from bot.world import World, now
from cards.texts import texts
from dialogs.flows import respond
from dialogs.turn import Caller, Scene, Turn
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from dialogs.understanding.wordings import compile_all
from store.calendar import WorkingDays
from store.records import Address, ConversationKey, Lang, Subject
from store.search.danish import warm
from store.search.knowing import terms_with

QUESTIONS: tuple[tuple[Lang, str], ...] = (("da", "Hvad blev besluttet om budgettet?"), ("en", "What was decided?"))


def load_words() -> None:
    """Load the word lists, the glossary, the wordings and the catalogues: no store is needed for them."""
    warm()
    compile_all()
    terms_with(())
    # The first deadline that is counted loads the holidays.
    WorkingDays().open_on(now().date())
    reader = Reader(BodyNames(()))
    for lang, text in QUESTIONS:
        texts(lang)
        reader.read(text, now().date())


def rehearse(world: World) -> None:
    """Answer a question in each language to nobody; nothing is kept of it."""
    warm()
    compile_all()
    somebody, at = Subject("rehearsal", True, tenant=world.tenant), world.clock()
    for lang, text in QUESTIONS:
        turn = Turn(
            id="rehearsal",
            kind="message",
            caller=Caller("rehearsal", world.tenant, ""),
            address=Address(world.tenant, "", "rehearsal", "personal"),
            key=ConversationKey(world.tenant, "rehearsal", "rehearsal"),
            at=at,
            locale=lang,
            text=text,
        )
        respond(turn, Scene(somebody, None, lang, at), world.ports)
