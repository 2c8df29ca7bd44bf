"""What happens when: sentences, entries and table rows of a plan that tie an event to a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from store.ingest.elements import Context, reached
from store.ingest.listkinds import labelled
from store.ingest.milestonetitles import EDGES, moved_title, of_subject, says_only_date, title_of
from store.ingest.moved import moved
from store.ingest.parsed import ParsedFact, ParsedList, ParsedMilestone
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant, without
from store.ingest.whens import Timed, find_whens
from store.records import When

_TIMETABLE = (
    r"\b(?:\w*tidsplan(?:en)?|\w*milepæl\w*|\w*tidslinje(?:n)?|tidsramme(?:n)?|\w*proces(?:sen|plan|"
    r"planen)?|\w*frist(?:er|erne)?|"
    r"vigtige\sdatoer|\w*faser(?:ne)?|(?:handle|handlings|aktivitets|implementerings|projekt|års|møde)plan(?:en)?|kalender(?:en)?|køreplan(?:en)?|forløb(?:et)?|deadlines?|"
    r"næste\sskridt|implementering(?:en)?|"
    r"milestones?|timeline|time\s?table|roadmap|schedule|deadlines|next\ssteps|"
    r"aktiviteter(?:ne)?|evaluering(?:en)?|opfølgning(?:en)?|handlinger|indsatser(?:ne)?|tilmelding)\b"
)
_EVENT = (
    r"\b(?:\w*frist(?:en|er)?|deadline|senest|skal|vil|forventes|forventeligt|planlægges|afholde[sr]?|"
    r"\w*møde[rt]?s?|igangsættes|igangsætte[rs]?|påbegyndes|"
    r"begynder|starter|startes|opstart\w*|kick-?off|evaluer\w+|midtvejs\w+|slutevaluering|vedtage[rs]?|"
    r"vedtagelse|vedtaget|godkend\w+|behandle[srt]+|behandling|"
    r"forelægge[sr]?|forelagt|fremlægge[sr]?|træder\si\skraft|ikrafttræd\w+|\w*høring(?:en|er|s\w*)?|færdig\w*|"
    r"afslutte[srt]*|afslutning|afsluttende|"
    r"gennemføre[srt]*|implementere[srt]*|implementering|statusrapport\w*|afrapporter\w+|aflever\w+|tilmeld\w+|"
    r"udbud\w*|licitation|kontrakt\w*|indvi\w+|"
    r"åbne[rs]?|åbning|lancere[srt]*|offentliggør\w*|ansøg\w+|udsende[srt]*|udarbejde[srt]*|byggestart|"
    r"anlægsstart|ibrugtag\w+|rejsegilde|fase|etape|"
    r"kortlægning\w*|analyse\w*|screening\w*|beslutning\w*|beslutte[srt]*|forår|mødes|workshop\w*|temadag\w*|"
    r"borgermøde\w*|konference|seminar|udløber|"
    r"idriftsæt\w+|pilot\w*|forsøg\w*|præsenter\w+|orienter\w+|drøfte\w*|følges?\sop|status(?:en)?|rapporter\w+|får|opfølgning|indsendes|"
    r"revider\w+|revision|"
    r"opens?|starts?|begins?|ends?|launch\w*|adopt\w*|approv\w*|publish\w*|complet\w*|submit\w*|evaluat\w*|will|must|shall|due)\b"
)
_TIME_STEMS = (
    *"0123456789", "sommer", "forår", "efterår", "vinter", "årsskift", "nytår", "jul", "påske", "ultimo",
    "primo", "medio", "januar", "februar",
    "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december", "udgang",
)  # fmt: skip
_PASSIVE = re.compile(r"\b(?!(?:deres|vores|alles|andres|ældres|unges)\b)[a-zæøå]{3,}[bdfgjklmprstvø]es\b")
"""Verbs in the passive, as plans say what is to be done: "vælges", "holdes"."""
_PAST = (
    r"\b(?:besluttede|vedtog|var|havde|blev|har\s(?:\w+\s){0,3}været|er\sblevet|udkom|oplevede|viste|etablerede|udsendte|steg|faldt|siden|er\ssiden|"
    r"har\ssiden|tidligere|hidtil|"
    r"i\s(?:de\s)?seneste)\b"
)
_AHEAD = (
    r"\b(?:skal|forventes|frem\smod|igangsættes|afsluttes|påbegyndes|vurderes|evalueres|træder|gennemføres|starter|begynder|åbner|færdig\w*|"
    r"etableres|udarbejdes|indføres|implementeres|vedtages|behandles|fase|etape)\b"
)
_EARLIER = r"\A(?:\d[\d.]*\s)?(?:baggrund\w*|historik|forhistorie|sammenhæng\smed)\b"
"""Headings under which earlier decisions are told."""
_TOLD = (
    r"\b(?:sagde|gav|fik|tog|gik|kom|bad|satte|lagde|stod|holdt|skrev|traf|fandt|valgte|drøftede|behandlede|godkendte|"
    r"besluttede|vedtog|afsatte|bevilgede|nedsatte|tiltrådte|udpegede|har\s(?:[\w.]+\s){0,6}?(?:\w{3,}(?:et|te?t)|vedtaget))\b"
)
"""What has been done, in the preterite or the perfect."""
_HEAD_LINE = (
    r"\A(?:\w*status|dato|godkendt|vedtaget|version|revideret|udgivet|sagsnummer|sagsnr\.?|journalnr\.?|"
    r"mødedato)\s?(?:[:\t|]|(?:er\s)?(?:opgjort|pr\.)\b)"
    r"|\A\w*(?:rapport|notat|udgave|version)(?:en)?,?\s(?:den\s)?(?:\d{1,2}\.\s)?[a-zæøå]+\s\d{4}\Z"
)
_HEAD = 1500
_STEP = r"\b(?:besluttede|vedtog|godkend\w+|vedtaget|forelagt|tiltrådte|igangsat|nedsat|udpeget|påbegyndt)\b"
_YEARLY = re.compile(
    r"\b(?:hver[t]?\s(?:år|måned|forår|efterår|sommer|uge|kvartal)|årlig\w*|halvårlig\w*|løbende)\b", re.IGNORECASE
)


def find_milestones(structure: Structure, context: Context) -> list[ParsedMilestone]:
    """Every event with a time, in reading order; background dates of the past are left out."""
    found: list[ParsedMilestone] = []
    rules = _Rules(structure.lost)
    text = structure.stream.text
    for index, start, end in structure.holding(rules.stems):
        sentence = text[start:end]
        if len(sentence) > 700 or rules.heads(structure, index):
            continue
        heading = structure.label_of(index) or ""
        year = _year_of(heading, structure.lost) or context.year
        shift = moved(sentence, structure.lost)
        times = find_whens(shift.text if shift else sentence, on=context.on, year=year, lost=structure.lost)
        times = [one for one in times if one.start > shift.verb] if shift else reached(sentence, times)
        if not times:
            continue
        quoted, spans = structure.stream.quote(start, end)
        if not spans:
            continue
        fact = ParsedFact("milestone", quoted, spans, label=heading or None)
        if shift is not None:
            found.append(ParsedMilestone(fact, moved_title(shift.subject) or quoted, times[0].when))
            continue
        if _YEARLY.search(sentence):
            times = [replace(one, when=_undated(one.when)) for one in times]
        telling = _telling(times, sentence, rules, heading, context.on)
        for timed in telling:
            title = title_of(sentence, timed, times)
            if says_only_date(title):
                title = of_subject(title, structure.sentence_before(index, start))
            found.append(ParsedMilestone(fact, title, timed.when))
    return found


def _undated(when: When) -> When:
    """A time that comes again every year has no year to be inferred."""
    return replace(when, first=None, last=None, inferred=False) if when.inferred else when


def with_parts(milestones: Sequence[ParsedMilestone], lists: Sequence[ParsedList]) -> Iterator[ParsedMilestone]:
    """`milestones` and the elements of lists that have a time of their own, each time told once, in reading order."""
    found: list[ParsedMilestone] = []
    timed = [(part, each) for each in lists for part in each.parts if part.when is not None]
    covered: set[int] = set()
    for part, each in timed:
        when = part.when
        if when is None:
            continue
        for number, milestone in enumerate(milestones):
            if milestone.when == when and _overlap(milestone.fact, part.fact):
                covered.add(number)
        if any(other.when == when and other.fact == replace(part.fact, kind="milestone") for other in found):
            continue
        title = part.title
        label = labelled(part.fact.text)
        if label and part.fact.text[: label.end].strip(EDGES) not in title:
            title = f"{part.fact.text[: label.end].strip(EDGES)}: {title}"
        found.append(ParsedMilestone(replace(part.fact, kind="milestone", label=each.name), title, when))
    found += [milestone for number, milestone in enumerate(milestones) if number not in covered]
    told: dict[tuple[str, object], ParsedMilestone] = {}
    for one in sorted(found, key=lambda one: (one.fact.spans[0].page, one.fact.spans[0].start)):
        told.setdefault((one.title.casefold(), replace(one.when, words="")), one)
    yield from told.values()


def _overlap(one: ParsedFact, other: ParsedFact) -> bool:
    return any(a.page == b.page and a.start < b.end and b.start < a.end for a in one.spans for b in other.spans)


class _Rules:
    """Which sentences may tell a milestone, in a text that may have lost letters.

    `event`, `past`, `step`, `ahead` and `told` are asked of small letters: that takes half the time.
    """

    def __init__(self, lost: str) -> None:
        self.event = tolerant(_EVENT, lost, 0)
        self.past = tolerant(_PAST, lost, 0)
        self.step = tolerant(_STEP, lost, 0)
        self._timetable = tolerant(_TIMETABLE, lost)
        self._planned: dict[str, bool] = {}
        self.ahead = tolerant(_AHEAD, lost, 0)
        self.earlier = tolerant(_EARLIER, lost)
        self.told = tolerant(_TOLD, lost, 0)
        self._head = tolerant(_HEAD_LINE, lost)
        self.stems = tuple(without(stem, lost) for stem in _TIME_STEMS) if lost else _TIME_STEMS
        """One of these stands in each sentence that names a time."""

    def plans(self, heading: str) -> bool:
        """Whether a heading says that a time table follows; one heading stands over many sentences."""
        if heading not in self._planned:
            self._planned[heading] = self._timetable.search(heading) is not None
        return self._planned[heading]

    def heads(self, structure: Structure, index: int) -> bool:
        """Whether a block is a line of the document's head, such as "Status: Godkendt den 3. maj 2026"."""
        block = structure.blocks[index]
        return block.start < _HEAD and len(block.text) < 200 and self._head.match(block.text) is not None


def _telling(times: list[Timed], sentence: str, rules: _Rules, heading: str, on: date | None) -> Iterator[Timed]:
    """The times that tell when something of the plan happens."""
    planned = rules.plans(heading)
    low = sentence.lower()
    past = rules.past.search(low) is not None
    step = rules.step.search(low) is not None
    background = rules.earlier.match(heading) is not None
    # Asked only where the answer counts.
    told = (background or not planned) and rules.told.search(low) is not None
    for timed in times[:6]:
        when = timed.when
        vague = when.precision == "year" and when.relation in ("at", "from")
        if re.match(r"(?i)siden", when.words):
            continue
        if past and not (step and when.precision in ("day", "time")) and not planned:
            continue
        if past and on is not None and when.last is not None and when.last < on and not step:
            continue
        if told and not planned and (background if on is None or when.last is None else when.last < on and not step):
            continue
        if told and background and on is not None and when.last is not None and when.last < on:
            continue
        near = sentence[max(timed.start - 70, 0) : timed.end + 70]
        ahead = rules.ahead.search(near.lower()) or _PASSIVE.search(sentence[max(timed.start - 35, 0) : timed.start])
        bounded = (past and step) or (
            not past and (when.relation == "by" or (when.relation == "from" and when.precision != "year"))
        )
        tells = ahead if vague else (planned or bounded or rules.event.search(low) or _PASSIVE.search(near))
        if tells:
            yield timed


def _year_of(heading: str, lost: str) -> int | None:
    """The one year that a heading names: "Milepæle 2016"; a heading with a date of its own names none."""
    if "20" not in heading:
        return None
    times = [timed.when for timed in find_whens(heading, lost=lost)]
    if len(times) != 1 or times[0].precision != "year" or times[0].relation != "at":
        return None
    first, last = times[0].first, times[0].last
    return first.year if first and last and first.year == last.year else None
