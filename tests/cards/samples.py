"""One of every kind of card, by name: for golden files, sizes and drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from cards import (
    confirm,
    datelist,
    delivery,
    documents,
    duelist,
    improve,
    initiative,
    initiatives,
    item,
    lists,
    missing,
    news,
    partlist,
    people,
    scopes,
    told,
    verbs,
    watch,
    watchnotice,
    welcome,
)
from cards import phrases as p
from cards.answer import answer
from cards.parts import Frame, Rendered, execute
from cards.texts import texts
from store.outbox_records import DeadChannel, OutboxStatus
from store.records import DocumentRef, Fact, Finding, Grant, IngestReport, Intent, ItemRecord, Lang, NearTitle
from store.watch_records import Fresh
from tests.cards.agenda_samples import AGENDAS
from tests.cards.calendar_samples import CALENDAR
from tests.cards.case_samples import CASES
from tests.cards.desk_samples import DESK
from tests.cards.digest_samples import DIGESTS
from tests.cards.followup_samples import FOLLOWUPS
from tests.cards.minutes_samples import MINUTES
from tests.fakes import matters as m
from tests.fakes import programmes as g
from tests.fakes import watched as w

HOSTS = frozenset({"dagsordener.example.dk"})


def frame(lang: Lang, *, shared: bool = False, demo: bool = False) -> Frame:
    """How the samples are rendered."""
    return Frame(lang, shared, HOSTS, demo)


def _found(one: ItemRecord, *facts: Fact, status: str = "answered") -> Finding:
    return Finding(status, facts or one.of("decision"), item=one)  # type: ignore[arg-type]  # a status by name


def _answer(intent: Intent, finding: Finding, asked: str = "", *, shared: bool = False) -> Callable[[Lang], Rendered]:
    return lambda lang: answer(finding, intent, frame(lang, shared=shared), asked=asked)


def _near() -> tuple[NearTitle, ...]:
    return tuple(NearTitle(one.key, one.title, one.meeting.body, one.meeting.date) for one in (m.PROCEEDS, m.FREE_TOWN))


REPORT = IngestReport(
    "referat.pdf",
    "stored",
    None,
    {
        "id": "d9",
        "title": "Referat fra Direktionen 19. november 2015",
        "kind": "minutes",
        "body": "Direktionen",
        "date": "2015-11-19",
    },
    items=5,
    closed_items=1,
    decisions=5,
    recommendations=4,
    attachments=2,
    warnings=({"code": "cpr_found", "page": 3, "line": None, "message": ""}, {"code": "tracked_changes", "page": None}),
)
HOSTILE = replace(
    m.PROCEEDS,
    title="[x](http://evil.example) <at>Alle</at> ${x} {{DATE()}} \u202eneddev\u202c **fed** " + "lang titel " * 40,
)


_WORDING = DocumentRef("p1", "Personalesag", "", None, "publication")
NEUTRAL = replace(m.CLOSED, title="Personalesag", case_number=None, facts=(), attachments=(), document=None)
PUBLISHED = replace(
    NEUTRAL,
    document=_WORDING,
    facts=(
        replace(
            m.fact("f91", "decision", "Notatet skrives om.", NEUTRAL, "as_worded"), document=_WORDING, closed=False
        ),
    ),
)
YEAR_2011 = (date(2011, 1, 1), date(2011, 12, 31))


def _decisions(lang: Lang) -> Rendered:
    listed = lists.Listed((m.PROCEEDS, m.FREE_TOWN, m.CLOSED, m.ANY_OTHER, m.CHARGERS_THEN, m.CHARGERS_FIRST), 6)
    return lists.decisions(listed, scopes.Scope("Direktionen", "", date(2015, 1, 1), date(2015, 12, 31)), frame(lang))


def _long_list(lang: Lang) -> Rendered:
    many = tuple(replace(m.PROCEEDS, key=f"i{number}", number=str(number)) for number in range(1, 31))
    return lists.decisions(
        lists.Listed(many, 61, 8, {"list": {"body": "Direktionen"}}), scopes.Scope(), frame(lang, shared=True)
    )


def _hostile_answer(lang: Lang) -> Rendered:
    facts = tuple(
        replace(one, item_title=HOSTILE.title, text=one.text + " [y](http://evil.example) _kursiv_")
        for one in m.PROCEEDS.facts
    )
    whole = replace(HOSTILE, facts=facts)
    return answer(Finding("answered", whole.of("decision"), item=whole), "decision", frame(lang))


def _confirm(lang: Lang) -> Rendered:
    step = confirm.Step("Luk punktet", verbs.CLOSE_ITEM, {"item": "i72"}, True)
    rows = [("Punkt", "72. Brug af provenuet"), ("Møde", "Direktionen, 22. oktober 2015")]
    return confirm.confirm("Skal punkt 72 lukkes?", "Så kan kun medlemmer se det.", step, frame(lang), rows)


def _options(lang: Lang) -> Rendered:
    row = confirm.Option(
        "72. Brug af provenuet", "Direktionen, 22. oktober 2015", verbs.CONFIRM, {"do": verbs.CLOSE_ITEM, "item": "i72"}
    )
    return confirm.options("Flere sager", "Hvilket punkt mener du?", [row, row], frame(lang))


TODAY = m.NOW.date()


def _due(lang: Lang) -> Rendered:
    span = duelist.Span(date(2026, 4, 1), date(2027, 3, 31))
    facts = [fact for record in g.INITIATIVES for fact in record.milestones]
    facts = [fact for fact in facts if fact.when is not None and fact.key in ("h2", "h3", "h4")]
    found = duelist.gathered(facts, (m.COMING, m.EMPTY), (m.TARIFFS,), span, texts(lang))
    return duelist.due(found, span, TODAY, frame(lang))


def _told(intent: Intent, *facts: Fact, status: str = "answered", shared: bool = False) -> Callable[[Lang], Rendered]:
    finding = Finding(status, facts, initiative=g.GREEN_SCHOOL)  # type: ignore[arg-type]  # a status by name
    return lambda lang: told.answer(finding, intent, TODAY, frame(lang, shared=shared))


_PLACE = m.fact("f30", "meeting", "Torsdag den 22. oktober 2015, mødelokale 214", m.PROCEEDS)
_DECIDED = m.PROCEEDS.of("decision")
_RECOMMENDED = m.PROCEEDS.of("recommendation")
SAMPLES: dict[str, Callable[[Lang], Rendered]] = {
    "answer_approved": _answer("decision", _found(m.PROCEEDS, *_DECIDED, *_RECOMMENDED)),
    "answer_channel": _answer("decision", _found(m.PROCEEDS), shared=True),
    "answer_rejected": _answer("decision", _found(m.FREE_TOWN)),
    "answer_as_worded": _answer("find", _found(m.ANY_OTHER)),
    "answer_closed": _answer("decision", _found(m.CLOSED)),
    "answer_public_wording": _answer("decision", _found(PUBLISHED)),
    "whole_item_public_wording": lambda lang: item.whole(PUBLISHED, frame(lang)),
    "whole_item_existence": lambda lang: item.whole(NEUTRAL, frame(lang)),
    "answer_votes": _answer("decided_by", _found(m.CHARGERS_FIRST), "Hvem stemte imod?"),
    "answer_postponed": _answer(
        "decision", replace(_found(m.CHARGERS_THEN), corrected=(("ladestannder", "ladestander"),))
    ),
    "answer_recommended": _answer("decision", _found(m.CHARGERS_FIRST)),
    "answer_votes_missing": _answer("decided_by", _found(m.PROCEEDS), "Hvem stemte imod?"),
    "answer_recommendation": _answer("recommendation", _found(m.PROCEEDS, *_RECOMMENDED)),
    "answer_background": _answer("background", _found(m.PROCEEDS, *m.PROCEEDS.of("background"))),
    "answer_assessment": _answer("assessment", _found(m.PROCEEDS, *m.PROCEEDS.of("assessment"))),
    "answer_cost": _answer("cost", _found(m.PROCEEDS, *m.PROCEEDS.of("finance"))),
    "answer_when": _answer("when", _found(m.PROCEEDS)),
    "answer_passage": _answer("find", Finding("answered", (m.PASSAGE,))),
    "answer_hostile": _hostile_answer,
    "not_stated_amount": _answer("cost", _found(m.PROCEEDS, *m.PROCEEDS.of("finance"), status="not_stated")),
    "not_stated_person": _answer("responsible", _found(m.FREE_TOWN, status="not_stated")),
    "no_decision": _answer("decision", _found(m.TARIFFS, *m.TARIFFS.facts, status="no_decision")),
    "meeting": _answer(
        "where",
        Finding(
            "answered",
            (
                m.fact(
                    "f30",
                    "meeting",
                    "Torsdag den 22. oktober 2015, Mødelokale 214",
                    body="Direktionen",
                    meeting_date=m.HELD.date,
                    document=m.MINUTES,
                    page=1,
                ),
            ),
        ),
    ),
    "meeting_place": _answer("where", Finding("answered", (_PLACE,), item=m.PROCEEDS)),
    "meeting_people": _answer(
        "attendance", Finding("answered", (replace(_PLACE, label="Medlemmer", text="Hanne Lund"),), item=m.PROCEEDS)
    ),
    "not_found": lambda lang: missing.not_found(("svømmehal",), (), "decision", frame(lang)),
    "not_found_near": lambda lang: missing.not_found(
        ("provenue", "salg"), _near(), "decision", frame(lang, shared=True)
    ),
    "not_found_scope": lambda lang: missing.not_found(
        (),
        (),
        "decisions_list",
        frame(lang),
        scopes.none_found(scopes.Scope("Direktionen", "", *YEAR_2011), texts(lang)),
    ),
    "choice": lambda lang: missing.choice(
        Finding("choice", (*_DECIDED, *m.FREE_TOWN.of("decision")), count=2), "decision", frame(lang)
    ),
    "whole_item": lambda lang: item.whole(m.PROCEEDS, frame(lang)),
    "whole_item_closed": lambda lang: item.whole(m.CLOSED, frame(lang)),
    "decisions": _decisions,
    "decisions_page": _long_list,
    "course": lambda lang: lists.course((m.CHARGERS_FIRST, m.CHARGERS_THEN), frame(lang)),
    "related": lambda lang: lists.related((m.FREE_TOWN,), frame(lang)),
    "decisions_class": lambda lang: lists.decisions(
        lists.Listed((m.FREE_TOWN, NEUTRAL), 2), scopes.Scope(classes=("rejected",)), frame(lang)
    ),
    "confirmed_undo": lambda lang: missing.confirmed(
        "Punkt 72 er nu lukket.",
        frame(lang),
        (),
        [("Punkt", "72. Brug af provenuet")],
        execute("Åbn punktet", verbs.CONFIRM),
    ),
    **CALENDAR,
    **AGENDAS,
    **CASES,
    **DESK,
    **DIGESTS,
    **MINUTES,
    **FOLLOWUPS,
    "attachments": lambda lang: lists.attachments(m.FREE_TOWN, frame(lang)),
    "attachments_closed": lambda lang: lists.attachments(m.CLOSED, frame(lang)),
    "attachments_none": lambda lang: lists.attachments(m.PROCEEDS, frame(lang)),
    "welcome": lambda lang: welcome.welcome(frame(lang, demo=True), closed=True),
    "welcome_channel": lambda lang: welcome.welcome(frame(lang, shared=True), added_by="Anna Jensen"),
    "help_demo": lambda lang: welcome.help_card(frame(lang, demo=True)),
    "help": lambda lang: welcome.help_card(frame(lang)),
    "help_all": lambda lang: welcome.help_card(frame(lang), secretary=True, administrator=True),
    "whoami": lambda lang: people.whoami(m.SECRETARY, m.BODIES, frame(lang)),
    "whoami_channel": lambda lang: people.whoami(m.SECRETARY, m.BODIES, frame(lang, shared=True)),
    "rights": lambda lang: people.holders(m.PEOPLE[1:], m.BODIES, frame(lang)),
    "grant": lambda lang: people.grant_form(m.PEOPLE, m.BODIES, frame(lang), "secretary", "direktionen"),
    "revoke": lambda lang: people.revoke_form(
        replace(m.MEMBER, grants=(Grant("member"), Grant("secretary", "direktionen"))), m.BODIES, frame(lang)
    ),
    "documents": lambda lang: documents.documents(m.DOCUMENTS, frame(lang)),
    "document": lambda lang: documents.document(m.DOCUMENTS[0], frame(lang)),
    "file_preview": lambda lang: documents.preview("referat.pdf", REPORT, "u1", m.BODIES, frame(lang)),
    "file_stored": lambda lang: documents.stored("referat.pdf", REPORT, frame(lang)),
    "file_refused": lambda lang: documents.refused(
        "scan.pdf", IngestReport("scan.pdf", "refused", {"code": "no_text"}, None), frame(lang)
    ),
    "confirm": _confirm,
    "options": _options,
    "confirmed": lambda lang: missing.confirmed("Punkt 72 er nu lukket.", frame(lang), ()),
    "unanswered": lambda lang: improve.unanswered(
        (("hvad med svømmehallen", "not_found", 3), ("hvem betaler", "dislike", 1)), 90, frame(lang)
    ),
    "unknown_words": lambda lang: improve.unknown_words((("svømmehal", 3), ("padelbane", 1)), frame(lang)),
    "error": lambda lang: missing.error("R-7F3K", frame(lang)),
    "withdrawn": lambda lang: missing.withdrawn(frame(lang)),
    "initiative": lambda lang: initiative.overview(
        g.GREEN_SCHOOL, (m.PROCEEDS, m.FREE_TOWN), m.NOW.date(), frame(lang)
    ),
    "initiative_past": lambda lang: initiative.overview(g.JOINT_BUYING, (), m.NOW.date(), frame(lang, shared=True)),
    "initiative_bare": lambda lang: initiative.overview(g.BIKES, (), m.NOW.date(), frame(lang)),
    "parts": lambda lang: partlist.whole(g.GREEN_SCHOOL, g.TRACKS, frame(lang)),
    "parts_fewer": lambda lang: partlist.whole(g.GREEN_SCHOOL, g.BARRIERS, frame(lang), many=4),
    "dates": lambda lang: datelist.times(
        g.GREEN_SCHOOL, initiative.dated(g.GREEN_SCHOOL), duelist.Span(None, None), m.NOW.date(), frame(lang)
    ),
    "due": _due,
    "due_none": lambda lang: duelist.due((), duelist.Span(date(2029, 1, 1), date(2029, 12, 31)), TODAY, frame(lang)),
    "initiatives": lambda lang: initiatives.known(g.INITIATIVES, TODAY, frame(lang)),
    "told_when": _told("when", g.PHASES[2]),
    "told_when_vague": _told("when", g.PHASES[3]),
    "told_when_lacking": _told("when", g.PHASES[6], status="not_stated"),
    "told_open_end": _told("when", g.PHASES[4], shared=True),
    "told_role": _told("responsible", g.ROLES[0]),
    "told_roles": _told("responsible", *g.ROLES),
    "told_goal": _told("goal", g.GOALS[0]),
    "told_goals": _told("goal", *g.GOALS),
    "told_part": _told("find", g.TRACKS.parts[1]),
    "across": lambda lang: told.across(
        Finding("answered", (*g.TRACKS.parts[:1], g.JOINT_BUYING.milestones[0])), frame(lang)
    ),
    "meaning": lambda lang: told.meaning("BUF", Finding("answered", (g.SHORT,), count=1), frame(lang)),
    "meaning_reads": lambda lang: told.meaning(
        "BUF", Finding("answered", (replace(g.SHORT, name=None, title=None),)), frame(lang)
    ),
    "meaning_none": lambda lang: told.meaning("XYZ", Finding("not_found"), frame(lang)),
    "initiative_long": lambda lang: initiative.overview(
        g.LONG, (HOSTILE,) * 5, TODAY, frame(lang, shared=True), ("Bemærkning",)
    ),
    "parts_long": lambda lang: partlist.whole(g.LONG, g.LONG_LIST, frame(lang)),
    "parts_rest": lambda lang: partlist.whole(g.LONG, g.LONG_LIST, frame(lang), start=20),
    "dates_long": lambda lang: datelist.times(g.LONG, g.LONG.milestones, duelist.Span(None, None), TODAY, frame(lang)),
    "watch_set": lambda lang: watch.kept(w.SCHOOLS, frame(lang), fresh=True),
    "watch_set_channel": lambda lang: watch.kept(w.BOARD, frame(lang, shared=True), fresh=True),
    "watch_already": lambda lang: watch.kept(
        w.CASE, frame(lang), texts(lang).say(p.WATCH_ALREADY, what=watch.named(w.CASE, texts(lang)))
    ),
    "watch_changed": lambda lang: watch.kept(w.SCHOOLS, frame(lang), back=w.CASE),
    "watch_one": lambda lang: watch.one(w.SCHOOLS, "Anna Jensen", frame(lang, shared=True), own=True),
    "watch_ended": lambda lang: watch.ended(w.BOARD, frame(lang)),
    "watch_ended_hidden": lambda lang: watch.ended(w.HIDDEN, frame(lang)),
    "watch_hidden": lambda lang: watch.one(w.HIDDEN, "", frame(lang), own=True),
    "delivery_well": lambda lang: delivery.status(OutboxStatus(m.NOW, None, {"sent": 3}, ()), m.NOW, frame(lang)),
    "delivery_stands": lambda lang: delivery.status(
        OutboxStatus(
            datetime(2026, 10, 1, 8, tzinfo=UTC),
            datetime(2026, 10, 2, 7, tzinfo=UTC),
            {"pending": 3, "dead": 1},
            (DeadChannel("t", "19:x", "removed", m.NOW), DeadChannel("t", "19:y", "x", m.NOW, "**Skolerne**")),
            2,
            1,
        ),
        m.NOW,
        frame(lang),
    ),
    "watches_ask_all": lambda lang: watch.ask_all(w.WATCHES, frame(lang)),
    "watches_all_ended": lambda lang: watch.all_ended(3, 1, frame(lang, shared=True)),
    "watches": lambda lang: watch.listed(w.WATCHES, {"p-reader": "Anna Jensen"}, frame(lang)),
    "watches_channel": lambda lang: watch.listed(w.MANY, {"p-reader": "Anna Jensen"}, frame(lang, shared=True)),
    "notice_decided": lambda lang: watchnotice.meeting(w.SCHOOLS, "held", (m.PROCEEDS,), 1, frame(lang)),
    "notice_several": lambda lang: watchnotice.meeting(
        w.SCHOOLS, "held", (m.PROCEEDS, m.FREE_TOWN, m.ANY_OTHER), 3, frame(lang, shared=True)
    ),
    "notice_agenda": lambda lang: watchnotice.meeting(w.CASE, "agenda", (m.TARIFFS,), 0, frame(lang)),
    "notice_body": lambda lang: watchnotice.meeting(
        w.BOARD, "held", (m.PROCEEDS, m.FREE_TOWN, m.ANY_OTHER) * 4, 12, frame(lang)
    ),
    "notice_document": lambda lang: watchnotice.document(w.SCHOOLS, m.STRATEGY, frame(lang, shared=True)),
    "news": lambda lang: news.news(
        Fresh((m.TARIFFS, m.PROCEEDS, m.FREE_TOWN), 3, (m.STRATEGY,)), None, date(2026, 11, 16), None, frame(lang)
    ),
    "news_long": lambda lang: news.news(
        Fresh((m.PROCEEDS, m.FREE_TOWN, m.ANY_OTHER) * 4, 12), "Direktionen", date(2026, 11, 16), None, frame(lang)
    ),
    "news_documents": lambda lang: news.news(
        Fresh((), 0, (m.STRATEGY,)), "Direktionen", date(2026, 10, 1), date(2026, 10, 31), frame(lang)
    ),
}
