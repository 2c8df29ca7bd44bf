"""The cards of weekly and personal reminders, as they were looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from cards import digest, digestform, digestset, reminder
from cards.parts import Frame, Rendered
from store.agenda.records import Named
from store.followup_records import Digest, DigestContent, FollowUp, Line
from store.outbox_records import Weekly
from store.records import Lang

ON = date(2026, 11, 30)
BUILT = datetime(2026, 11, 30, 7, tzinfo=UTC)
WEEKLY = Digest("digest-0123456789abcdef", "channel", "19:x", "t", "p-cille", Weekly(0, time(8)), bodies=("direktion",))


def _line(section: str, title: str, days: int, **more: object) -> Line:
    return Line(section, f"k{days}", title, due=ON + timedelta(days=days), days=days, **more)  # type: ignore[arg-type]  # fields of Line


LINES = (
    _line("overdue", "Send personalepolitikken i høring", -35, who="HR-chefen", version=1),
    _line("overdue", "Svar til *tillidsrepræsentanterne*", -5, who="Anna Holm", version=2, done=True, done_by="p-anna"),
    _line("due_soon", "Tilbud på solceller", 0, version=1),
    _line("meetings", "Direktionen", 3, detail="08:30"),
    _line("due_soon", "Nøgletal", 8, who="Bo Lind", version=3, done=True, done_by="p-x", detail="again"),
    _line("agenda_deadlines", "Direktionen", 10, detail="12:00"),
    _line("decisions", "Salg af grunden ved havnen", -4, who="Direktionen"),
)
CONTENT = DigestContent(WEEKLY, ON, LINES, len(LINES), done=3)
MANY = replace(CONTENT, lines=tuple(replace(LINES[0], key=f"k{number}") for number in range(32)), total=32)
TOLD = digest.Told(BUILT, {"p-anna": "Anna Holm"}, "Direktionen")
ONE = FollowUp("f1", 1, "open", "Statusnotat om taget", "open", "hand", "p-cille", BUILT, BUILT, due=ON,
               responsible=Named("Anna Holm", "p-anna"), may_change=True)  # fmt: skip
LATE = replace(ONE, id="f2", title="Svar til borgerne", due=ON - timedelta(days=16))
SHOWN = digestset.Shown(replace(WEEKLY, cases=("24/1234",)), ("Direktionen", "24/1234"), ON, "Cille Ærø")
CHOICES = digestform.Choices((("Direktionen", "direktion"),), (("Fælles drift af ejendomme", "drift"),))


def _shared(lang: Lang) -> Frame:
    return Frame(lang, shared=True)


DIGESTS: dict[str, Callable[[Lang], Rendered]] = {
    "digest": lambda lang: digest.card(CONTENT, TOLD, _shared(lang)),
    "digest_many": lambda lang: digest.card(MANY, TOLD, _shared(lang)),
    "digest_page": lambda lang: digest.card(MANY, replace(TOLD, start=15), _shared(lang)),
    "digest_empty": lambda lang: digest.card(replace(CONTENT, lines=(), total=0, done=0), TOLD, _shared(lang)),
    "digest_form": lambda lang: digestform.form(replace(WEEKLY, audience="personal", mine=True), CHOICES, Frame(lang)),
    "digest_set": lambda lang: digestset.kept(SHOWN, _shared(lang)),
    "digest_listed": lambda lang: digestset.listed((SHOWN, SHOWN), _shared(lang)),
    "digest_pausing": lambda lang: digestset.pausing(SHOWN, _shared(lang)),
    "reminder_one": lambda lang: reminder.card([reminder.Due(ONE)], ON, Frame(lang)),
    "reminder_many": lambda lang: reminder.card(
        [reminder.Due(ONE), reminder.Due(LATE, "unanswered"), reminder.Due(replace(LATE, state="done"))], ON,
        Frame(lang),
    ),
}  # fmt: skip
"""Each by name, in a language."""
