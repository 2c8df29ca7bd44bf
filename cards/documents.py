"""Stored documents for secretaries, and the report on a dropped file before and after it is stored."""

from __future__ import annotations

from collections.abc import Sequence

from cards import phrases as p
from cards import verbs
from cards.confirm import Option, option_row
from cards.forms import choice_set
from cards.grammar import definite
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, heading, notice, rich, row, run
from cards.phrases import Phrase
from cards.prompts import prompts
from cards.texts import Texts, clean, texts
from store.records import BodyRecord, DocumentRecord, IngestReport

PAGE = 12
_COUNTS: tuple[tuple[str, Phrase], ...] = (
    ("items", p.FILE_ITEMS),
    ("closed_items", p.FILE_CLOSED_ITEMS),
    ("decisions", p.FILE_DECISIONS),
    ("recommendations", p.FILE_RECOMMENDATIONS),
    ("attachments", p.FILE_ATTACHMENTS),
    ("passages", p.FILE_PASSAGES),
)
_REASONS: dict[str, Phrase] = {
    "no_text": p.REASON_NO_TEXT,
    "encrypted": p.REASON_ENCRYPTED,
    "broken": p.REASON_BROKEN,
    "too_large": p.REASON_TOO_LARGE,
    "too_slow": p.REASON_TOO_SLOW,
    "unknown_format": p.REASON_UNKNOWN_FORMAT,
    "hostile": p.REASON_HOSTILE,
    "host_not_allowed": p.REASON_FETCH,
    "unreachable": p.REASON_FETCH,
}
_WARNINGS: dict[str, Phrase] = {"tracked_changes": p.WARNING_TRACKED, "not_minutes": p.WARNING_NOT_MINUTES}
_STORED: dict[str, Phrase] = {"stored": p.FILE_STORED, "replaced": p.FILE_REPLACED, "unchanged": p.FILE_UNCHANGED}


def detail(document: DocumentRecord, t: Texts) -> str:
    """ "Direktionen, 22. oktober 2015. Åben. 5 punkter, heraf 1 lukket"."""
    place = ", ".join(
        part for part in (definite(document.body or ""), t.date_of(document.date) if document.date else "") if part
    )
    access = t.say(p.ACCESS_CLOSED if document.access == "closed" else p.ACCESS_OPEN)
    held = t.say(p.FILE_ITEMS, count=document.items) if document.items else ""
    if document.closed_items:
        held = f"{held}, {t.say(p.OF_WHICH_CLOSED, count=document.closed_items)}"
    return ". ".join(part for part in (place, access, held) if part)


def documents(found: Sequence[DocumentRecord], frame: Frame) -> Rendered:
    """The documents of a secretary's bodies, newest first; a row opens what can be done to it."""
    t = texts(frame.lang)
    told = t.say(p.DOCUMENTS_LIST, count=len(found)) if found else t.say(p.DOCUMENTS_NONE)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.DOCUMENTS_TITLE)), rich(run(told, bold=True, large=True), spacing="Small"))
    shown = found[:PAGE]
    if len(found) > len(shown):
        line = t.say(p.SHOWING, first=1, last=len(shown), count=len(found))
        sheet.add(notice(f"{line} {t.say(p.TOO_MANY)}"))
    spoken = [told]
    for each in shown:
        sheet.add(option_row(Option(clean(each.title), detail(each, t), verbs.DOCUMENT, {"document": each.id})))
        spoken.append(f"{clean(each.title)}. {detail(each, t)}")
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=prompts((p.ASK_LATEST, p.ASK_UPCOMING), t))


def document(record: DocumentRecord, frame: Frame) -> Rendered:
    """One document, and what can be done to it; each button asks first."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_DOCUMENT)), rich(run(record.title, bold=True, large=True), spacing="Small"))
    sheet.add(notice(detail(record, t)))
    data = {"document": record.id}
    change = verbs.OPEN_DOCUMENT if record.access == "closed" else verbs.CLOSE_DOCUMENT
    name = p.BUTTON_OPEN_DOCUMENT if record.access == "closed" else p.BUTTON_CLOSE_DOCUMENT
    sheet.press(
        execute(t.say(name), verbs.CONFIRM, {**data, "do": change}),
        execute(t.say(p.BUTTON_REMOVE_DOCUMENT), verbs.CONFIRM, {**data, "do": verbs.REMOVE_DOCUMENT}),
    )
    text = f"{clean(record.title)}. {detail(record, t)}"
    return Rendered(text, card=sheet.build(text), prompts=prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), t))


def _counts(report: IngestReport, t: Texts) -> list[str]:
    return [t.say(phrase, count=count) for name, phrase in _COUNTS if (count := getattr(report, name))]


def _warnings(report: IngestReport, t: Texts) -> list[str]:
    """Warnings as sentences, each once; those of other kinds are counted."""
    told: list[str] = []
    others = 0
    for warning in report.warnings:
        code, page = warning.get("code"), warning.get("page")
        if code == "cpr_found":
            told.append(t.say(p.WARNING_CPR, page=page) if isinstance(page, int) else t.say(p.WARNING_CPR_PLAIN))
        elif code in _WARNINGS:
            told.append(t.say(_WARNINGS[str(code)]))
        else:
            others += 1
    if others:
        told.append(t.say(p.WARNING_OTHER, count=others))
    return list(dict.fromkeys(told))


def _described(report: IngestReport, t: Texts) -> list[tuple[str, str]]:
    described = report.document or {}
    rows = []
    if described.get("title"):
        rows.append((t.say(p.LABEL_DOCUMENT), str(described["title"])))
    if described.get("body"):
        rows.append((t.say(p.FIELD_BODY), str(described["body"])))
    counts = _counts(report, t)
    if counts:
        rows.append((t.say(p.FILE_FOUND), t.names(counts)))
    return rows


def refused(name: str, report: IngestReport, frame: Frame) -> Rendered:
    """A file that could not be read, with the reason."""
    t = texts(frame.lang)
    code = str((report.reason or {}).get("code", ""))
    text = t.say(p.FILE_REFUSED, name=t.quoted(name), reason=t.say(_REASONS.get(code, p.REASON_OTHER)))
    sheet = Sheet(t)
    sheet.add(heading(t.say(p.FILE_TITLE)), rich(run(text), spacing="Small"))
    return Rendered(text, card=sheet.build(text), prompts=prompts((p.ASK_DOCUMENTS, p.ASK_HELP), t))


def preview(
    name: str, report: IngestReport, upload: str, bodies: Sequence[BodyRecord], frame: Frame, *, several: bool = False
) -> Rendered:
    """What was read in a file, before it is stored: closed is preselected for what the document does not mark."""
    t = texts(frame.lang)
    told = t.say(p.FILE_PREVIEW, name=t.quoted(name))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.FILE_TITLE)), rich(run(told, bold=True, large=True), spacing="Small"))
    if several:
        sheet.add(notice(t.say(p.FILE_ONE_AT_A_TIME)))
    spoken = [told]
    for label, value in _described(report, t):
        sheet.add(row(label, value))
        spoken.append(f"{label}: {clean(value)}")
    spoken += _add_warnings(sheet, report, t)
    sheet.add(_access(t), _bodies(bodies, t))
    sheet.press(
        execute(t.say(p.BUTTON_STORE), verbs.STORE_FILE, {"upload": upload}, style="positive"),
        execute(t.say(p.BUTTON_DROP), verbs.DROP_FILE, {"upload": upload}),
    )
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def _add_warnings(sheet: Sheet, report: IngestReport, t: Texts) -> list[str]:
    warned = _warnings(report, t)
    if warned:
        sheet.add(
            rich(run(f"{t.say(p.FILE_WARNINGS)}: ", bold=True, warn=True), run(" ".join(warned)), spacing="Medium")
        )
    return warned


def _access(t: Texts) -> Node:
    choices = [(t.say(p.CHOICE_CLOSED), "closed"), (t.say(p.CHOICE_OPEN), "open")]
    return choice_set(t, "access", t.say(p.FIELD_ACCESS), choices, "closed", expanded=True)


def _bodies(bodies: Sequence[BodyRecord], t: Texts) -> Node:
    choices = [(t.say(p.BODY_AS_PRINTED), "-"), *((body.name, body.key) for body in bodies[:60])]
    return choice_set(t, "body", t.say(p.FIELD_BODY), choices, "-")


def stored(name: str, report: IngestReport, frame: Frame) -> Rendered:
    """What became of a file: exactly what is in the store now."""
    t = texts(frame.lang)
    told = t.say(_STORED.get(report.status, p.FILE_STORED), name=t.quoted(name))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.DOCUMENTS_TITLE)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for label, value in _described(report, t):
        sheet.add(row(label, value))
        spoken.append(f"{label}: {clean(value)}")
    spoken += _add_warnings(sheet, report, t)
    document = str((report.document or {}).get("id") or "")
    text = "\n".join(spoken)
    return Rendered(
        text,
        card=sheet.build(text),
        prompts=prompts((p.ASK_DOCUMENTS, p.ASK_LATEST), t),
        documents=(document,) if document else (),
    )
