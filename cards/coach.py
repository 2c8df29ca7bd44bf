"""What the coach remarks on an agenda item, as plain sentences and as lines of a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cards import deskphrases as dp
from cards.catalogue import Phrase
from cards.grammar import definite
from cards.parts import Node, label, rich, run
from cards.texts import Texts, clean, shorten
from store.agenda.coach import Code, Remark
from store.agenda.records import Alike

FIELDS: Mapping[str, Phrase] = {
    "title": dp.COACH_FIELD_TITLE,
    "case_number": dp.COACH_FIELD_CASE_NUMBER,
    "closed_note": dp.COACH_FIELD_CLOSED_NOTE,
    "description": dp.COACH_FIELD_DESCRIPTION,
    "finance": dp.COACH_FIELD_FINANCE,
    "assessment": dp.COACH_FIELD_ASSESSMENT,
    "presenter": dp.COACH_FIELD_PRESENTER,
    "responsible": dp.COACH_FIELD_RESPONSIBLE,
    "late_reason": dp.COACH_FIELD_LATE_REASON,
}
_TITLE, _MOST_ALIKE = 100, 3


def sentence(remark: Remark, number: str, t: Texts) -> str:
    """One remark as a sentence that says what to do; `number` is the item's case number as written."""
    if remark.code == "odd_case_number":
        return t.say(dp.COACH_ODD_NUMBER, number=t.quoted(shorten(number, 60)))
    return _SAID[remark.code](remark, t)


def sentences(remarks: Sequence[Remark], number: str, t: Texts) -> list[str]:
    """All remarks as sentences, those that stop an item first."""
    return [sentence(remark, number, t) for remark in _ordered(remarks)]


def nodes(remarks: Sequence[Remark], number: str, t: Texts) -> list[Node]:
    """The remarks on a card, under a heading that says whether they stop the item; none for none."""
    found: list[Node] = []
    for level, heading in (("stop", dp.COACH_MUST), ("warn", dp.COACH_MAY)):
        lines = [sentence(remark, number, t) for remark in remarks if remark.level == level]
        if lines:
            found.append(label(t.say(heading)))
            found += [rich(run("• "), run(line, bold=level == "stop"), spacing="Small") for line in lines]
    return found


def _ordered(remarks: Sequence[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda remark: remark.level != "stop")


def _plain(phrase: Phrase) -> Callable[[Remark, Texts], str]:
    return lambda remark, t: t.say(phrase)


def _over(remark: Remark, t: Texts) -> str:
    phrase = dp.COACH_MEETING_CANCELLED if remark.detail["why"] == "cancelled" else dp.COACH_MEETING_PAST
    return t.say(phrase, date=remark.detail["day"])


def _cpr(remark: Remark, t: Texts) -> str:
    if "file" in remark.detail:
        return t.say(dp.COACH_CPR_FILE, name=t.quoted(shorten(clean(remark.detail["file"]), _TITLE)))
    if "place" in remark.detail:
        return t.say(dp.COACH_CPR_PLACE, number=remark.detail["place"])
    return t.say(dp.COACH_CPR, field=t.quoted(t.say(FIELDS[remark.field])))


def _deadline(phrase: Phrase) -> Callable[[Remark, Texts], str]:
    return lambda remark, t: t.say(phrase, moment=t.moment(remark.detail["deadline"]))


def _near(remark: Remark, t: Texts) -> str:
    moment = t.moment(remark.detail["deadline"])
    if "days" in remark.detail:
        return t.say(dp.COACH_NEAR_DAYS, moment=moment, count=remark.detail["days"])
    if remark.detail["hours"] < 1:
        return t.say(dp.COACH_NEAR_SOON, moment=moment)
    return t.say(dp.COACH_NEAR_HOURS, moment=moment, count=remark.detail["hours"])


def _full(remark: Remark, t: Texts) -> str:
    return t.say(dp.COACH_FULL, count=remark.detail["minutes"], capacity=remark.detail["capacity"])


def _alike(remark: Remark, t: Texts) -> str:
    return t.say(dp.COACH_ALIKE, titles=t.names(_named(one, t) for one in remark.detail["alike"][:_MOST_ALIKE]))


def _named(one: Alike, t: Texts) -> str:
    title = t.quoted(shorten(clean(one.title), _TITLE))
    place = ", ".join(part for part in (definite(one.body), one.case_number or "") if part)
    return f"{title} ({place})" if place else title


def _several(remark: Remark, t: Texts) -> str:
    return t.say(
        dp.COACH_SEVERAL, parts=t.quoted_all([shorten(clean(part), 80) for part in remark.detail["parts"][:3]])
    )


def _amount(remark: Remark, t: Texts) -> str:
    return t.say(dp.COACH_AMOUNT, amount=t.quoted(remark.detail["amount"]))


def _example(phrase: Phrase) -> Callable[[Remark, Texts], str]:
    return lambda remark, t: t.say(phrase, example=t.quoted(t.say(dp.COACH_EXAMPLE)))


def _unfit(remark: Remark, t: Texts) -> str:
    if remark.detail["fits"] == "briefing":
        return t.say(dp.COACH_FITS_BRIEFING)
    if remark.detail["fits"] == "discussion":
        return t.say(dp.COACH_FITS_DISCUSSION)
    return _example(dp.COACH_NO_PROPOSAL)(remark, t)


def _closed(remark: Remark, t: Texts) -> str:
    return t.say(dp.COACH_CLOSED_NOTE if remark.detail["note"] else dp.COACH_CLOSED_WHY)


_SAID: Mapping[Code, Callable[[Remark, Texts], str]] = {
    "no_title": _plain(dp.COACH_NO_TITLE),
    "no_meeting": _plain(dp.COACH_NO_MEETING),
    "meeting_over": _over,
    "cpr": _cpr,
    "late_reason": _deadline(dp.COACH_LATE_REASON),
    "closed_without_reason": _closed,
    "late": _deadline(dp.COACH_LATE),
    "deadline_near": _near,
    "meeting_full": _full,
    "alike": _alike,
    "no_description": _plain(dp.COACH_NO_DESCRIPTION),
    "several_cases": _several,
    "amount_without_finance": _amount,
    "no_recommendation": _example(dp.COACH_NO_RECOMMENDATION),
    "not_a_recommendation": _unfit,
}
