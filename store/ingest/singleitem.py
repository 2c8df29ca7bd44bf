"""Items of documents that show no series of titled sections: a page with one item, a bare list of titles."""

from __future__ import annotations

from collections.abc import Sequence

from store.ingest.dates import first_date
from store.ingest.documents import names_itself
from store.ingest.flow import fold
from store.ingest.items import Outline
from store.ingest.recognise import Seen, sectioned
from store.ingest.titles import Start

UNTITLED = "Punkt uden titel"
"""Title of an item that a portal shows without one, as some do with closed items."""


def listed_titles(outline: Outline, title: str | None) -> list[Start]:
    """Numbered titles of a document that calls itself minutes or an agenda in its head."""
    head = [fold(each.row.text) for each in outline.seen[:8] if len(each.row.text) <= 160]
    return outline.plain_series() if any(names_itself(text) for text in [*head, title or ""]) else []


def single_item(seen: Sequence[Seen]) -> list[Start]:
    """The one item of a page that holds nothing else: its title is the last heading before the first section."""
    first = next((i for i, each in enumerate(seen) if sectioned(each) and not each.head), None)
    if first is None:
        first = next((i for i, each in enumerate(seen) if each.head), None)
    if first is None:
        return []
    roles = {each.label.role for each in seen if each.label} | {"decision" for each in seen if each.head}
    sure = any(each.case or each.head for each in seen)
    told = roles & {"decision", "recommendation", "background"}
    if not roles & {"decision", "recommendation"} or (len(told) < 2 and not sure):
        return []
    first = min([first, *(i for i, each in enumerate(seen[:first]) if each.case)])
    above = [i for i in range(first) if seen[i].plain and len(seen[i].row.text) <= 260]
    above = [i for i in above if not names_itself(seen[i].row.text) and not first_date(seen[i].row.text)]
    headed = [i for i in above if seen[i].row.role.startswith("h")] or [
        i for i in above if not seen[i].row.text.endswith(".") and "\t" not in seen[i].row.text
    ]
    if not headed:
        return [Start(first, first, None, UNTITLED)]
    row = seen[headed[-1]].row
    return [Start(headed[-1], headed[-1] + 1, None, fold(row.text), [row], level=row.role)]
