"""Minutes, agendas and any other readable document become a meeting, items and quotable facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.errors import MinutesUnreadable
from store.ingest.adrows import ad_starts, part_ad_rows
from store.ingest.attachments import Cover, split_covers
from store.ingest.bodies import same_body
from store.ingest.closing import close_signed, closes, shares, with_untitled, without_telling
from store.ingest.contents import cut_contents, cut_repeated
from store.ingest.dates import clock_times, first_date
from store.ingest.documents import kind_of, says_edition, title_of, title_of_plan
from store.ingest.flow import Place, Row, fold, quote, rows_of, usual_width
from store.ingest.frontmatter import with_a_line, without_front_matter
from store.ingest.furniture import cut_signatures, strip
from store.ingest.headings import LabelBook, lost_letters
from store.ingest.itemfacts import ItemReader
from store.ingest.items import Outline
from store.ingest.linking import link
from store.ingest.meetinghead import Head, read_head
from store.ingest.papers import is_plan, marks_closed, may_be_minutes, plainly_other, says_closed
from store.ingest.parsed import Access, Extract, ParsedDocument, ParsedFact, ParsedItem, Span, Warning
from store.ingest.passages import facts_of
from store.ingest.programme import read_case, read_programme
from store.ingest.recognise import Seen, recognise, sectioned
from store.ingest.sections import Content, content_is_closed
from store.ingest.sentences import Sentences, lost_amount
from store.ingest.singleitem import listed_titles, single_item
from store.ingest.tableminutes import table_items
from store.ingest.titles import Start
from store.ingest.unglue import unglue

_ENDING = re.compile(
    r"mødet\s(?:blev\s)?(?:hævet|slut|sluttede|sluttet|afsluttet|hævedes|sluttes)\b.{0,120}\Z", re.IGNORECASE
)


def parse(extract: Extract, *, source: str) -> ParsedDocument:
    """All that `extract` says, every quotation with its place; see `ParsedDocument`.

    Pure: the same extract gives the same document. Raises MinutesUnreadable (reason no_text) when no word is in it,
    and nothing else: a text that is not recognised as minutes comes back as passages with the warning `not_minutes`.
    """
    rows = rows_of(extract)
    if not any(letter.isalpha() for row in rows for letter in row.text):
        raise MinutesUnreadable(source, "no_text", "the file holds no readable text")
    return _Parser(extract, source).document(rows)


class _Parser:
    """One parse; holds what several steps need."""

    def __init__(self, extract: Extract, source: str) -> None:
        self.extract = extract
        self.source = source
        self.pages = extract.pages
        self.noise: list[Place] = []
        self.warnings: list[Warning] = list(extract.warnings)
        self.lost = lost_letters("\n".join(page.text for page in extract.pages))
        self.book = LabelBook(self.lost)
        self.repeats: set[int] = set()

    def document(self, rows: list[Row]) -> ParsedDocument:
        """The document, as minutes when it is one, else as passages."""
        stripped = strip(rows, self.book, paged=self.extract.paged)
        self.noise += stripped.noise
        kept, contents = cut_contents(stripped.rows, self.book, self.noise)
        whole = kept
        before = len(self.noise)
        if not self.lost and plainly_other(kept, contents, self.book, usual_width(kept), self.extract.title):
            return self._other(whole or rows, closed=says_closed(kept))
        kept = cut_repeated(kept, self.book, self.noise, contents)
        kept = cut_signatures(kept, self.book, self.noise)
        body, covers = split_covers(kept, contents, self.book)
        parted = part_ad_rows(unglue(body, self.book, contents))
        width = usual_width(parted)
        seen = recognise(parted, self.book, width)
        if not covers and (
            is_plan(seen, self.extract.title) or not (self.lost or may_be_minutes(seen, self.extract.title))
        ):
            del self.noise[before:]
            return self._other(whole or rows, closed=marks_closed(seen))
        outline = Outline(seen, contents)
        starts = outline.find()
        series = [] if any(sectioned(each) for each in seen) else listed_titles(outline, self.extract.title)
        starts = ad_starts(seen) or starts
        starts = (series if len(series) > len(starts) else starts) or single_item(seen)
        tabled, records = table_items(seen, self.book)
        seen, starts = (tabled, records) if len(records) > len(starts) else (seen, starts)
        self.repeats = {id(outline.seen[index]) for index in outline.repeats}
        close_signed(seen, starts)
        starts = with_untitled(seen, starts) if starts else starts
        if self.lost:
            self._warn("letters_lost", None, f"The text has lost the letters {', '.join(self.lost)}.")
        if starts:
            found = self._minutes(seen, starts, covers, stripped.heads, width)
            if found:
                return found
        del self.noise[before:]
        return self._other(whole or rows, closed=marks_closed(seen))

    def _minutes(
        self, seen: Sequence[Seen], starts: list[Start], covers: list[Cover], heads: Sequence[str], width: int
    ) -> ParsedDocument | None:
        """The document as minutes, None when what looked like items holds nothing that minutes have."""
        top = [each.row for each in seen[: starts[0].first]]
        head = read_head(self.pages, top, self.book, heads, self.extract.title)
        self._complete(head, seen, starts)
        sentences = Sentences(head.on, self.lost)
        reader = ItemReader(self.pages, width, sentences, head.body, head.on)
        parts = shares(seen, starts)
        contents = [
            reader.read([*part.lead, *self._own_rows(part.rows, head, start.title)])
            for start, part in zip(starts, parts, strict=True)
        ]
        text = fold(" ".join([*(row.text for row in top[:30]), *heads[:6], self.extract.title or ""]))
        kind = kind_of(text, contents, len(starts), dated=bool(head.body and head.on))
        if kind is None:
            return None
        edition, access = says_edition(text)
        items = [
            self._item(number, start, content, part.switch, head.on)
            for number, (start, content, part) in enumerate(zip(starts, contents, parts, strict=True), 1)
        ]
        items = [
            replace(item, access="closed") if part.doubt or closes(part.rows, self.repeats) else item
            for item, part in zip(items, parts, strict=True)
        ]
        again = {each.row for each in seen if id(each) in self.repeats}
        led = {id(each.row) for each in parts[0].lead}
        left = [row for index, row in enumerate(top) if index not in head.used and id(row) not in led]
        left = [row for row in left if row not in again]
        linked, loose = link(items, covers, self.pages, width, sentences)
        linked, facts = without_telling(linked, facts_of(self.pages, left, width, sentences))
        facts, cut = without_front_matter(facts)
        self.noise.extend((span.page, span.start, span.end) for fact in cut for span in fact.spans)
        self._look_over(items, contents, starts)
        return ParsedDocument(
            kind=kind,
            title=title_of(top, self.extract.title, self.source, head),
            edition=edition,
            date=head.on,
            meeting=with_a_line(head.meeting(), cut),
            items=tuple(linked),
            facts=tuple(facts),
            warnings=tuple(self.warnings),
            access=access,
            attachments=tuple(loose),
            noise=self._noise_spans(),
        )

    def _complete(self, head: Head, seen: Sequence[Seen], starts: Sequence[Start]) -> None:
        """Body and day from the decisions' own headings where the head says nothing, and other forms of the name."""
        named = [each.head for each in seen[starts[0].first :] if each.head and "eslutning" in each.head.printed]
        bodies = Counter(found.by for found in named if found.by)
        days: Counter[date] = Counter(found.on for found in named if found.on)
        if head.body is None and bodies:
            head.body = bodies.most_common(1)[0][0]
        if head.on is None and days:
            head.on = days.most_common(1)[0][0]
        deciders = [
            fold(each.row.text[each.label.end :]) for each in seen if each.label and each.label.role == "decider"
        ]
        forms = [*head.aliases, *(name for name in bodies if name), *deciders]
        head.aliases = list(dict.fromkeys(name for name in forms if same_body(name, head.body)))
        longer = [name for name in head.aliases if head.body and len(name) > len(head.body)]
        if head.body and longer and len(longer[0].split()) == len(head.body.split()):
            head.body = max(longer, key=len) if len(max(longer, key=len)) - len(head.body) <= 3 else head.body
        head.aliases = [name for name in dict.fromkeys([*head.aliases]) if name != head.body]

    def _own_rows(self, seen: Sequence[Seen], head: Head, title: str) -> list[Seen]:
        """The rows of an item without repeated titles, the meeting's end and headings of the agenda's parts."""
        kept: list[Seen] = []
        for index, each in enumerate(seen):
            again = id(each) in self.repeats or (
                index < 6 and each.plain and fold(each.row.text).lower() == title.lower()
            )
            if each.switch or each.part or again:
                self.noise.append(each.row.place)
            elif len(each.row.text) < 160 and _ENDING.match(each.row.text):
                text, spans = quote(self.pages, [each.row.place])
                head.facts.append(ParsedFact("meeting", text, spans))
                end = clock_times(re.sub(r"(\d)\s?:\s?(\d)", r"\1:\2", each.row.text))[0]
                head.end = end or head.end
            else:
                kept.append(each)
        return kept

    def _item(
        self, position: int, start: Start, content: Content, switch: Access | None, on: date | None
    ) -> ParsedItem:
        stated = [start.access, content.access]
        closed = any(content_is_closed(fact.text) for fact in content.facts)
        access: Access | None = "closed" if "closed" in stated or closed else start.access or content.access or switch
        if switch == "closed" and access is None:
            access = "closed"
        spans = quote(self.pages, [row.place for row in start.rows])[1]
        return ParsedItem(
            position=position,
            number=start.number,
            title=start.title,
            number_inferred=start.inferred,
            case_number=content.case_number or start.case,
            decided_by=content.decided_by,
            access=access,
            spans=spans,
            facts=content.facts,
            attachments=content.attachments,
            absent=content.absent,
            initiatives=read_case(self.pages, content.facts, title=start.title, on=on, lost=self.lost, headed=spans),
        )

    def _look_over(self, items: Sequence[ParsedItem], contents: Sequence[Content], starts: Sequence[Start]) -> None:
        """Warnings that a person should see: what the source has lost."""
        missing = [item for item, content in zip(items, contents, strict=True) if content.day_missing]
        if missing:
            page = missing[0].spans[0].page if missing[0].spans else None
            self._warn("decision_date_missing", page, f"{len(missing)} decisions do not state their day.")
        if any(start.inferred for start in starts):
            self._warn("number_inferred", None, "Item numbers were lost and have been counted from the others.")
        facts = [fact for item in items for fact in item.facts]
        self._amounts(facts)

    def _amounts(self, facts: Sequence[ParsedFact]) -> None:
        pages = {fact.spans[0].page for fact in facts if fact.spans and lost_amount(fact.text)}
        for page in sorted(pages):
            self._warn("amount_unreadable", page, "An amount in kroner has lost its figures.")

    def _other(self, rows: Sequence[Row], *, closed: bool) -> ParsedDocument:
        """Passages; a text that marks any part of itself as closed is closed as a whole, its parts being unknown."""
        width = usual_width(rows)
        on = next((day for row in rows[:12] if (day := first_date(row.text[:400]))), None)
        facts = facts_of(self.pages, rows, width, Sentences(on, self.lost))
        self._warn("not_minutes", None, "The text was stored as passages: it holds no items with decisions.")
        self._amounts(facts)
        edition, access = says_edition(fold(" ".join(row.text[:300] for row in rows[:6])))
        closed = closed or any(content_is_closed(fact.text) for fact in facts)
        title = title_of_plan(rows, self.extract.title, self.source)
        described = read_programme(self.pages, rows, width, title=title, lost=self.lost)
        return ParsedDocument(
            kind="other",
            title=title,
            edition=edition,
            date=None,
            facts=facts,
            warnings=tuple(self.warnings),
            access="closed" if closed else access,
            initiatives=described.initiatives,
            abbreviations=described.abbreviations,
            noise=self._noise_spans(),
        )

    def _warn(self, code: str, page: int | None, message: str) -> None:
        self.warnings.append(Warning(code, page if self.extract.paged else None, None, message))

    def _noise_spans(self) -> tuple[Span, ...]:
        return tuple(Span(*place) for place in sorted(set(self.noise)) if place[1] < place[2])
