"""Cards of the secretary's desk, of one's own items and of their notices, by name: for golden files and drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import cast

from cards import casecards, casenotice, desk, deskforms, deskitem, practice
from cards.deskitem import View
from cards.desktold import Told
from cards.parts import Frame, Rendered
from store.agenda.coach import remarks
from store.agenda.records import Action, AgendaItem, Change, Practice
from store.records import Lang
from tests.cards.case_samples import BAD, BOARD, FORUM, NOW, RETURNED, SOON, WHOLE

_YESTERDAY = NOW - timedelta(days=1)
_SENT = Change(8, _YESTERDAY, "p-reader", "submit", "draft", "submitted")
SUBMITTED = replace(WHOLE, state="submitted", version=8, submitted_at=_YESTERDAY, last=_SENT, author_name="Anna Jensen")
LATE = replace(SUBMITTED, meeting=SOON, meeting_key=SOON.key, late_reason="Tilbuddet kom i går.")
CLOSED = replace(SUBMITTED, id="i2", title="Aftale med en leder", access="closed", closed_reason="personal")
_DECIDING: tuple[Action, ...] = ("approve", "return", "save", "move", "open", "close", "exclude", "include")


def _view(item: AgendaItem, *, decides: bool = True, can: tuple[Action, ...] = _DECIDING) -> View:
    told = Told("p-secretary" if decides else "p-reader", NOW, "Anna Jensen", ("Cille Ærø",), decides, "Cille Ærø")
    found = tuple(one for one in remarks(item, now=NOW) if one.code not in ("late", "deadline_near"))
    names = {"p-reader": "Anna Jensen", "p-secretary": "Cille Ærø", "p-member": "Bo Sørensen"}
    return View(item, told, frozenset(can), found, names, True)


def _notice(item: AgendaItem, change: Change, lang: Lang, *, decides: bool) -> Rendered:
    told = casenotice.notice(_view(item, decides=decides), change, "Cille Ærø", Frame(lang))
    return cast(Rendered, told)


def _history(lang: Lang) -> Rendered:
    steps: tuple[tuple[Action, str], ...] = (
        ("create", "p-reader"), ("save", "p-reader"), ("submit", "p-reader"), ("exclude", "p-secretary"),
        ("include", "p-secretary"), ("return", "p-secretary"),
    )  # fmt: skip
    changes = [
        Change(number, NOW + timedelta(hours=number), who, action, "draft", "draft",
               "Skriv, hvad det betyder for busserne." if action == "return" else "")
        for number, (action, who) in enumerate(steps, 1)
    ]  # fmt: skip
    return deskitem.history(_view(RETURNED), changes, Frame(lang))


DESK: Mapping[str, Callable[[Lang], Rendered]] = {
    "desk_waiting": lambda lang: desk.waiting(
        (SUBMITTED, CLOSED, LATE), (BAD,), {"p-reader": "Anna Jensen"}, Frame(lang)
    ),
    "desk_nothing": lambda lang: desk.waiting((), (), {}, Frame(lang), "Direktionen"),
    "desk_mine": lambda lang: desk.mine(
        (RETURNED, SUBMITTED, WHOLE), Told("p-reader", NOW, secretaries=("Cille Ærø",)), Frame(lang)
    ),
    "desk_item": lambda lang: deskitem.shown(_view(SUBMITTED), Frame(lang)),
    "desk_item_late": lambda lang: deskitem.shown(_view(LATE), Frame(lang)),
    "desk_item_author": lambda lang: deskitem.shown(
        _view(CLOSED, decides=False, can=("recall", "withdraw")), Frame(lang)
    ),
    "desk_approved": lambda lang: deskitem.done(
        "»Ny skolestruktur i Bakkerup« er godkendt.", _view(SUBMITTED), Frame(lang), ("Næste skridt …",), waiting=True
    ),
    "desk_return": lambda lang: deskforms.returning(_view(SUBMITTED), Frame(lang)),
    "desk_return_long": lambda lang: deskforms.returning(_view(SUBMITTED), Frame(lang), "For lang.", "Busser. " * 900),
    "desk_move": lambda lang: deskforms.moving(_view(SUBMITTED), (BOARD, FORUM), Frame(lang)),
    "desk_access": lambda lang: deskforms.accessing(
        _view(replace(CLOSED, excluded=frozenset({"p-member"}))), Frame(lang)
    ),
    "desk_close": lambda lang: deskforms.closing(_view(SUBMITTED), Frame(lang)),
    "desk_late": lambda lang: deskforms.approving_late(_view(LATE), Frame(lang)),
    "desk_history": _history,
    "desk_practice": lambda lang: practice.told(Practice("direktion", "members", 90), "Direktionen", Frame(lang),
                                                keeps=True),
    "desk_practice_form": lambda lang: practice.form(Practice("direktion"), "Direktionen", Frame(lang)),
    "desk_notice_submitted": lambda lang: _notice(LATE, _SENT, lang, decides=True),
    "desk_notice_returned": lambda lang: _notice(RETURNED, cast(Change, RETURNED.last), lang, decides=False),
    "desk_typed_back": lambda lang: casecards.impossible(
        "Punktet er indsendt.", SUBMITTED, Frame(lang), {"title": "Ny titel", "description": "Ny tekst.\nTo linjer."}
    ),
}  # fmt: skip
"""Each by name, in a language."""
