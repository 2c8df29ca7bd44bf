"""What an ingest came to, as `referent ingest --json` prints it; CPR numbers are masked in every field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.errors import MinutesUnreadable
from store.ingest import cpr
from store.ingest.parsed import Warning
from store.ingest.source import Source, cpr_pages, described
from store.records import IngestReport

CPR_FOUND = "cpr_found"
CLOSED_AGAIN = "closed_again"
BODY_DIFFERS = "body_differs"
NO_MEETING = "meeting_unknown"


def refusal(name: str, error: MinutesUnreadable) -> IngestReport:
    """The report of a file that could not be read."""
    reason: dict[str, object] = {
        "code": error.reason,
        "page": error.page,
        "line": error.line,
        "message": cpr.mask(error.message),
    }
    return IngestReport(cpr.mask(name), "refused", reason, None)


def report(
    source: Source, status: str, *, title: str, body: str | None, on: date | None, closed_items: int,
    warnings: Iterable[Warning] = (),
) -> IngestReport:  # fmt: skip
    """The report of a source that was read: counts are of what it says itself, `closed_items` as it is now."""
    parsed = source.parsed
    places = list(described(parsed))
    kinds = [fact.kind for place in places for fact in place.facts]
    initiatives = [one for place in places for one in place.initiatives]
    document: dict[str, object] = {
        "id": source.key,
        "title": cpr.mask(title),
        "kind": parsed.kind,
        "body": body,
        "date": on.isoformat() if on else None,
    }
    return IngestReport(
        path=cpr.mask(source.name),
        status=status,
        reason=None,
        document=document,
        items=len(parsed.items),
        closed_items=closed_items,
        decisions=kinds.count("decision"),
        recommendations=kinds.count("recommendation"),
        attachments=len(parsed.attachments) + sum(len(item.attachments) for item in parsed.items),
        passages=kinds.count("passage"),
        initiatives=len(initiatives),
        milestones=sum(len(one.milestones) for one in initiatives),
        responsibilities=sum(len(one.responsibilities) for one in initiatives),
        warnings=tuple(_distinct([*source_warnings(source), *warnings])),
    )


def source_warnings(source: Source) -> list[Warning]:
    """What reading and parsing found, and where a CPR number stands (the page, never the number)."""
    found = [*source.reading, *source.extract.warnings, *source.parsed.warnings]
    found += [
        Warning(CPR_FOUND, page, None, "holds a CPR number: it is stored closed and shown masked")
        for page in cpr_pages(source)
    ]
    meeting = source.parsed.meeting
    named = source.body or (meeting.body if meeting else None)
    if source.parsed.items and not (named and source.date):
        lacking = "date" if named else "body" if source.date else "body and date"
        found.append(Warning(NO_MEETING, None, None, f"states no {lacking}: it cannot be gathered with other sources"))
    return found


def _distinct(warnings: Iterable[Warning]) -> list[dict[str, object]]:
    shapes = dict.fromkeys((one.code, one.page, one.line, cpr.mask(one.message)) for one in warnings)
    return [dict(zip(("code", "page", "line", "message"), shape, strict=True)) for shape in shapes]
