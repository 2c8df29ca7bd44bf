"""One of every card of follow-ups, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from cards import followupcard, followupforms, followuplist, followupsuggestion
from cards import followupphrases as fp
from cards.followupcard import View
from cards.followupforms import Around, Draft
from cards.followuplist import Listed
from cards.followupsuggestion import Suggestion
from cards.parts import Frame, Rendered
from cards.texts import texts
from store.agenda.records import Named
from store.followup_records import Candidate, DecisionRef, FollowUp, FollowUpChange
from store.records import Lang

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
DECISION = DecisionRef(
    "Referat fra Direktionen", "i9", "9", "Nyt tag på svømmehallen", "26/1044", date(2026, 10, 29), "Direktionen",
    "Godkendt som indstillet. Ejendomschefen vender tilbage med en tidsplan.", 4,
)  # fmt: skip
CHANGES = (
    FollowUpChange(1, AT, "p-cille", "create"),
    FollowUpChange(2, datetime(2026, 11, 9, 8, 0, tzinfo=UTC), "p-bo", "note", "Tagdækkeren kan først i uge 49."),
    FollowUpChange(3, datetime(2026, 11, 16, 8, 0, tzinfo=UTC), "p-bo", "snooze", "", "2026-11-30"),
    FollowUpChange(4, datetime(2026, 11, 18, 8, 0, tzinfo=UTC), "p-cille", "deputy", "", "Dan Falk"),
)
NAMES = {"p-cille": "Cille Ærø", "p-bo": "Bo Madsen"}
ROOF = FollowUp(
    "f1", 4, "open", "Tidsplan for taget på svømmehallen", "open", "decision", "p-cille", AT, AT,
    body_key="direktion", body="Direktionen", responsible=Named("Bo Madsen", "p-bo"),
    deputy=Named("Dan Falk", "p-dan"), due=date(2026, 11, 18), decision=DECISION, last=CHANGES[-1], may_change=True,
)  # fmt: skip
SOON = replace(ROOF, id="f2", title="Notat om åbningstider", due=date(2026, 11, 27), deputy=None, snoozed_to=None)
FAR = replace(SOON, id="f3", title="Evaluering af elcykler", due=date(2027, 6, 30), body="Lederforum",
              responsible=Named("HR-chefen"), recurrence="yearly")  # fmt: skip
ONGOING = replace(SOON, id="f4", title="Følg op på sygefraværet", due=None, recurrence="ongoing", responsible=None,
                  body="", body_key=None, decision=None)  # fmt: skip
DONE = replace(
    SOON, id="f5", state="done", title="Skriv ud, at julefrokosten er flyttet", due=date(2026, 11, 20), done_at=AT
)
CANDIDATE = Candidate(
    "k1", "Ejendomschefen vender tilbage med en tidsplan", "Ejendomschefen vender tilbage med en tidsplan.",
    "direktion", "Direktionen", Named("Ejendomschefen"), None, None, DECISION,
)  # fmt: skip


def _frame(lang: Lang, *, shared: bool = False) -> Frame:
    return Frame(lang, shared)


def _view(one: FollowUp, reader: str = "p-cille") -> View:
    return View(one, TODAY, reader, CHANGES if one.id == "f1" else CHANGES[:1], NAMES)


def _list(lang: Lang) -> Rendered:
    t, rows = texts(lang), (ROOF, SOON, FAR, ONGOING)
    return followuplist.listed(
        Listed(t.say(fp.FU_COUNT_OPEN, count=14), (*rows, *(SOON for _ in range(10))), TODAY, overview=True),
        _frame(lang),
    )


def _agenda(lang: Lang) -> Rendered:
    t = texts(lang)
    lines = [t.say(fp.FU_AGENDA_ON, day=t.day(date(2026, 12, 3)))]
    told = Listed(t.say(fp.FU_AGENDA_OF, body="Direktionen"), (ROOF, SOON), TODAY, lines=lines, reported=(DONE,))
    return followuplist.listed(told, _frame(lang))


def _draft(lang: Lang) -> Rendered:
    t = texts(lang)
    around = Around(
        t.say(fp.FU_DRAFT_ASK), {"key": "c/turn-1", "by": "p-cille", "item": "", "part": "", "initiative": ""},
        bodies=[("Direktionen", "direktion"), ("Byrådet", "byraad")],
        several=[("Bo Lind", "p-bo"), ("Bo Madsen", "p-bo2")],
        remarks=[
            t.say(fp.FU_DRAFT_SEVERAL, name="Bo", names=t.names(["Bo Lind", "Bo Madsen"])), t.say(fp.FU_DRAFT_OWN),
        ],
        faults={"due": t.say(fp.FU_BAD_DAY)},
    )  # fmt: skip
    return followupforms.draft(Draft("Notat om taget", "Bo", "2026-11-27", "", ""), around, _frame(lang))


def _draft_item(lang: Lang) -> Rendered:
    t = texts(lang)
    around = Around(
        t.say(fp.FU_DRAFT_ASK), {"key": "c/turn-1", "by": "p-cille", "item": "i9", "part": "", "initiative": ""},
        [(t.say(fp.FU_ROW_ITEM), "9. Nyt tag på svømmehallen (Direktionen, 29. oktober 2026)")],
        DECISION.quote, remarks=[t.say(fp.FU_DRAFT_ITEM)],
    )  # fmt: skip
    return followupforms.draft(Draft("Følg op på Nyt tag på svømmehallen"), around, _frame(lang, shared=True))


def _suggested(lang: Lang) -> Rendered:
    first = texts(lang).say(fp.FU_MADE, title=texts(lang).quoted("Notat om åbningstider"))
    draft = Draft(CANDIDATE.title, "Ejendomschefen")
    return followupsuggestion.suggested(Suggestion(CANDIDATE, 2, 4, draft, "direktion", first), _frame(lang))


FOLLOWUPS: dict[str, Callable[[Lang], Rendered]] = {
    "followup_overdue": lambda lang: followupcard.shown(_view(ROOF), _frame(lang)),
    "followup_done_in_channel": lambda lang: followupcard.shown(
        _view(DONE, ""), _frame(lang, shared=True), texts(lang).say(fp.FU_DONE, title=texts(lang).quoted(DONE.title))
    ),
    "followup_not_ones_own": lambda lang: followupcard.shown(_view(replace(ONGOING, may_change=False)), _frame(lang)),
    "followup_history": lambda lang: followupcard.history(_view(ROOF), _frame(lang)),
    "followup_list": _list,
    "followup_agenda": _agenda,
    "followup_draft": _draft,
    "followup_draft_of_item": _draft_item,
    "followup_suggested": _suggested,
    "followup_snooze": lambda lang: followupforms.snoozing(ROOF, TODAY, _frame(lang), texts(lang).say(fp.FU_BAD_DAY)),
    "followup_hand_over": lambda lang: followupforms.handing(ROOF, _frame(lang)),
    "followup_deputy": lambda lang: followupforms.handing(
        ROOF, _frame(lang), "Bo", [("Bo Lind", "p-bo"), ("Bo Madsen", "p-bo2")], deputy=True
    ),
    "followup_note": lambda lang: followupforms.noting(ROOF, _frame(lang)),
    "followup_drop": lambda lang: followupforms.dropping(ROOF, _frame(lang)),
    "followup_change": lambda lang: followupforms.changing(ROOF, _frame(lang)),
}
