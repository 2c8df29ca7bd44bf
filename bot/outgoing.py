"""From a message to the wire JSON that Teams reads, exactly as it will be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from bot.config import is_loopback
from bot.wire import SAY, UploadPlace, cut
from dialogs.turn import GivenFile, Message
from store.records import Audience, Lang

CARD = "application/vnd.microsoft.card.adaptive"
CONSENT_CARD = "application/vnd.microsoft.teams.card.file.consent"
FILE_CARD = "application/vnd.microsoft.teams.card.file.info"
NOTICE = "application/vnd.microsoft.activity.message"
CITATIONS = 20
"""More than twenty are refused by Teams."""
_TOP = 3
"""Among the first so many paragraphs of a card its sentence stands: below a small heading and a badge."""


def written(message: Message, lang: Lang, to: str | None = None, *, plain_client: bool = False) -> dict[str, Any]:
    """The wire JSON of a message; `to` is the channel's id of the person who gets suggested actions.

    `plain_client`: see `is_plain`.
    """
    if plain_client and message.card is not None:
        return _card_alone(message, lang)
    wire: dict[str, Any] = {
        "type": "message",
        "text": message.text,
        # Words of documents and people must never become links or headings.
        "textFormat": "plain",
        "locale": locale_tag(lang),
        "inputHint": "acceptingInput",
    }
    if message.card is not None:
        card = dict(message.card)
        wire["attachments"] = [{"contentType": CARD, "content": card}]
        wire["attachmentLayout"] = "list"
        wire["summary"] = cut(_first_line(message.text), 280)
        if message.citations:
            # Teams shows sources only where the text names them, so the sentence stands there and not in the card.
            wire["text"] = _marked(message)
            card["body"] = _below(card.get("body", ()), _first_line(message.text))
        else:
            # The card says it all; Teams would draw the same words twice.
            del wire["text"]
    elif message.citations:
        wire["text"] = f"{message.text} {_marks(message, message.text)}".strip()
    if message.suggestions:
        actions = [{"type": "imBack", "title": s.text, "value": s.send} for s in message.suggestions]
        wire["suggestedActions"] = {"to": [to] if to else [], "actions": actions}
    if message.file is not None:
        wire["attachments"] = [*wire.get("attachments", ()), _consent(message.file)]
    if message.citations:
        wire["entities"] = [_sources(message)]
    if message.feedback:
        wire["channelData"] = {"feedbackLoop": {"type": "default"}}
    return wire


def fitted(message: Message, kind: Audience) -> Message:
    """The message as it suits the place: suggested actions are for chats. Teams shows none in channels, and the Agents
    Playground refuses bare text that carries them there."""
    return replace(message, suggestions=()) if kind == "channel" and message.card is None else message


def _consent(file: GivenFile) -> dict[str, Any]:
    """Teams' own question whether the file may be put into the person's OneDrive; a bot cannot attach bytes."""
    context = dict(file.data)
    content = {
        "description": file.description,
        "sizeInBytes": len(file.content),
        "acceptContext": context,
        "declineContext": context,
    }
    return {"contentType": CONSENT_CARD, "name": file.name, "content": content}


def uploaded(message: Message, lang: Lang, place: UploadPlace) -> dict[str, Any]:
    """The wire JSON of a message about a file that is in the person's OneDrive now."""
    name = message.file.name if message.file is not None else ""
    wire = written(replace(message, file=None), lang)
    content = {"uniqueId": place.unique_id, "fileType": place.file_type or name.rpartition(".")[2]}
    card = {"contentType": FILE_CARD, "name": name, "contentUrl": place.content_url, "content": content}
    return {**wire, "attachments": [card]}


def is_plain(service_url: str) -> bool:
    """Whether it is the Agents Playground that listens. It makes two messages of a text with a card, gives no id for
    them (so they could not be edited), and shows suggested actions only below text: it gets cards by themselves."""
    return is_loopback(urlsplit(service_url).hostname or "") and urlsplit(service_url).path.startswith("/_connector")


def _card_alone(message: Message, lang: Lang) -> dict[str, Any]:
    card = dict(message.card or {})
    buttons = [{"type": "Action.Submit", "title": s.text, "data": {SAY: s.send}} for s in message.suggestions]
    if buttons:
        card["body"] = [*card.get("body", ()), {"type": "ActionSet", "separator": True, "actions": buttons}]
    # Without its sources the card keeps its sentence, and no text says it again.
    bare = replace(message, card=card, suggestions=(), citations=())
    return {**written(bare, lang), **({"entities": [_sources(message)]} if message.citations else {})}


def locale_tag(lang: Lang) -> str:
    """The language tag that goes on the wire."""
    return "da-DK" if lang == "da" else "en-GB"


def card_answer(message: Message | None) -> dict[str, Any]:
    """The response body of a clicked Action.Execute: a card in place of the clicked one, a line, or nothing."""
    if message is None:
        # With a type but no words Teams' clients draw an empty bar below the card.
        return {"statusCode": 200}
    if message.card is not None:
        return {"statusCode": 200, "type": CARD, "value": message.card}
    return notice(message.text)


def notice(text: str) -> dict[str, Any]:
    """The response body that shows a short line beside the clicked card."""
    return {"statusCode": 200, "type": NOTICE, "value": text}


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def _below(body: Sequence[Any], line: str) -> list[Any]:
    """The body of a card without the paragraph that only says the line, as long as anything else is left."""
    rest = list(body)
    at = next((number for number, node in enumerate(rest[:_TOP]) if _says(node) == line), None)
    if at is not None and len(rest) > 1:
        del rest[at]
    return rest


def _says(node: Any) -> str:
    """The text of a paragraph."""
    if not isinstance(node, Mapping):
        return ""
    runs = node.get("inlines")
    told = "".join(str(run.get("text", "")) for run in runs if isinstance(run, Mapping)) if runs else node.get("text")
    return str(told or "").strip()


def _marked(message: Message) -> str:
    """The first line with the numbers of its sources: Teams shows a citation only where the text names it."""
    line = _first_line(message.text)
    return f"{line} {_marks(message, line)}".strip()


def _marks(message: Message, text: str) -> str:
    marks = (f"[{citation.position}]" for citation in message.citations[:CITATIONS])
    return " ".join(mark for mark in marks if mark not in text)


def _sources(message: Message) -> dict[str, Any]:
    # One root Message entity per activity (two are refused), and no "AIGeneratedContent": quotes are not generated.
    claims = []
    for citation in message.citations[:CITATIONS]:
        appearance = {
            "@type": "DigitalDocument",
            "name": cut(citation.name, 80),
            "abstract": cut(citation.abstract, 160),
        }
        if citation.url:
            appearance["url"] = citation.url
        claims.append({"@type": "Claim", "position": citation.position, "appearance": appearance})
    return {
        "type": "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "@id": "",
        "citation": claims,
    }
