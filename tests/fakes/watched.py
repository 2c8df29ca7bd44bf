"""Watches for cards: a topic, a case, a body, and as many as need a second page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from store.watch_records import Place, Watch

_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_PLACE = Place("t", "personal", "p-reader")
_MADE = Watch("topic", "skolestruktur", key="watch-1", owner="p-reader", place=_PLACE, created_at=_AT)
SCHOOLS = replace(_MADE, events="decided")
CASE = replace(_MADE, kind="case", text="24/1234", key="watch-2")
BOARD = replace(_MADE, kind="body", text="", body="direktionen", body_name="Direktion", key="watch-3")
LOANS = replace(_MADE, text="lån og garantier", body="oekonomiudvalget", body_name="Økonomiudvalget", key="watch-4")
HIDDEN = replace(_MADE, text="", item="direktion-2026-10-22-7", hidden=True, key="watch-20")
WATCHES = (SCHOOLS, CASE, BOARD, LOANS)
MANY = (
    *WATCHES,
    replace(_MADE, text="[x](http://evil.example) <at>Alle</at> **fed** " + "langt emne " * 20, key="watch-5"),
    *(replace(_MADE, text=f"emne nummer {number}", key=f"watch-{number}") for number in range(6, 18)),
)
