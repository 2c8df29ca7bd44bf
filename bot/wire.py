"""From the wire JSON of an activity to a turn: our own reading, for the SDK's models lose half of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from cards import verbs
from dialogs.turn import Caller, FileOffer, Turn, TurnKind
from store.records import Address, Audience, ConversationKey, Lang

CONSENT = "fileConsent/invoke"
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
SAY = "say"
"""A button whose data hold this says those words, as if they had been typed."""
LONGEST_TEXT = 10_000
LONGEST_TITLE = 300

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_AT = re.compile(r"<at\b[^>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_KINDS: Mapping[str, Audience] = {"personal": "personal", "groupchat": "group", "channel": "channel"}


WAITING = "waiting"
"""Stands as the reason of a file that is fetched only for those who may hand in documents."""


class NotAnActivity(Exception):
    """The JSON is not an activity; the reason is a fixed code."""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A dropped file: its name and the address that it can be fetched from without a token."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class UploadPlace:
    """Where Teams lets a file be put that a person has accepted, and what the card about it needs."""

    url: str
    content_url: str
    unique_id: str
    file_type: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """An activity read. `invoke` is its name when an answer is owed in the response itself."""

    turn: Turn
    bot: str
    links: tuple[FileLink, ...] = ()
    invoke: str | None = None
    upload: UploadPlace | None = None


def read(body: Mapping[str, Any], now: datetime) -> Incoming:
    """Make a turn of a wire activity. Raises NotAnActivity when it is none; ignores what it does not know."""
    type_ = word(body, "type")
    conversation, sender, bot = part(body, "conversation"), part(body, "from"), part(body, "recipient")
    thread = word(conversation, "id")
    if not type_ or not thread:
        raise NotAnActivity("no_type" if not type_ else "no_conversation")
    tenant = tenants(body)[0] if tenants(body) else "local"
    caller = _caller(sender, tenant)
    body = _said_by_button(body)
    kind, verb, data = _meaning(type_.lower(), body)
    files, links = _files(body) if kind == "message" else ((), ())
    address = _address(body, conversation, caller, tenant, word(bot, "id"))
    text = _spoken(body, bot) if kind == "message" else ""
    if not text and address.kind == "personal":
        # Nothing but files: whoever may not hand them in is told so, though they are never fetched.
        files += tuple(FileOffer(link.name, None, refused=WAITING) for link in links)
    turn = Turn(
        id=word(body, "id") or f"{type_}:{word(body, 'timestamp')}",
        kind=kind,
        caller=caller,
        address=address,
        key=ConversationKey(tenant, thread, caller.id or caller.channel_id or "anonymous"),
        at=now,
        locale=_locale(body),
        text=text,
        verb=verb,
        data=data,
        files=files,
        reply_to=word(body, "replyToId") or None,
    )
    invoke = word(body, "name") or "invoke" if type_ == "invoke" else None
    return Incoming(turn, word(bot, "id"), links, invoke, _upload(body) if invoke == CONSENT else None)


def tenants(body: Mapping[str, Any]) -> tuple[str, ...]:
    """The tenant ids an activity names, in lower case: of the conversation, then of the channel data."""
    named = (word(part(body, "conversation"), "tenantId"), word(part(part(body, "channelData"), "tenant"), "id"))
    return tuple(tenant.lower() for tenant in named if tenant)


def without_thread(conversation: str) -> str:
    """A conversation id as an address: a kept ";messageid=" would put later messages into an old thread."""
    return conversation.partition(";messageid=")[0]


def _said_by_button(body: Mapping[str, Any]) -> Mapping[str, Any]:
    value = part(body, "value")
    if word(body, "text") or "verb" in value or not word(value, SAY):
        return body
    return {**body, "text": word(value, SAY), "value": None}


def _meaning(type_: str, body: Mapping[str, Any]) -> tuple[TurnKind, str | None, Mapping[str, Any]]:
    value = body.get("value")
    if type_ == "message":
        if isinstance(value, Mapping) and (isinstance(value.get("verb"), str) or not word(body, "text")):
            return ("action", *_submitted(value))
        return "message", None, {}
    if type_ == "invoke":
        return _invoked(word(body, "name"), value if isinstance(value, Mapping) else {})
    if type_ == "installationupdate":
        action = word(body, "action").lower()
        # "add-upgrade" and "remove-upgrade" are a new version of the app, not a new install.
        kinds: Mapping[str, TurnKind] = {"add": "installed", "remove": "removed"}
        return kinds.get(action, "other"), None, {}
    if type_ == "conversationupdate":
        bot = word(part(body, "recipient"), "id")
        if bot and bot in _ids(body, "membersAdded"):
            return "installed", None, {}
        if bot and bot in _ids(body, "membersRemoved"):
            return "removed", None, {}
        return "members" if _ids(body, "membersAdded") or _ids(body, "membersRemoved") else "other", None, {}
    return "other", None, {}


def _invoked(name: str, value: Mapping[str, Any]) -> tuple[TurnKind, str | None, Mapping[str, Any]]:
    if name == "adaptiveCard/action":
        action = part(value, "action")
        verb, data = _submitted(part(action, "data"))
        return "action", word(action, "verb") or verb, data
    if name in ("suggestedActions/submit", "suggestedAction/submit"):
        return ("action", *_submitted(value))
    if name == CONSENT:
        return _consented(value)
    if name in ("message/submitAction", "message/fetchTask") and word(value, "actionName") == "feedback":
        return "feedback", None, dict(part(value, "actionValue"))
    return "other", None, {}


def _consented(value: Mapping[str, Any]) -> tuple[TurnKind, str | None, Mapping[str, Any]]:
    """The answer to the question whether a file may be put into the person's OneDrive: its card carries which."""
    verb, data = _submitted(part(value, "context"))
    if verb != verbs.PAPER:
        return "other", None, {}
    if word(value, "action") != "accept":
        return "action", verbs.PAPER_DECLINED, data
    return "action", verb, {**data, "accepted": True}


def _upload(body: Mapping[str, Any]) -> UploadPlace | None:
    told = part(part(body, "value"), "uploadInfo")
    if not word(told, "uploadUrl"):
        return None
    return UploadPlace(
        word(told, "uploadUrl"), word(told, "contentUrl"), word(told, "uniqueId"), cut(word(told, "fileType"), 20)
    )


def _submitted(value: Mapping[str, Any]) -> tuple[str | None, Mapping[str, Any]]:
    """Action.Submit has no verb of its own: our cards put it among the data."""
    verb = value.get("verb")
    data = {key: held for key, held in value.items() if isinstance(key, str) and key not in ("verb", "msteams")}
    return (verb if isinstance(verb, str) else None), data


def _caller(sender: Mapping[str, Any], tenant: str) -> Caller:
    upn = word(sender, "userPrincipalName") or word(sender, "userPrincipleName") or None
    home = word(sender, "tenantId").lower()
    roles = {word(sender, "userRole").lower(), word(sender, "role").lower()}
    guest = bool(roles & {"guest", "anonymous", "skill", "bot"}) or "#ext#" in (upn or "").lower()
    return Caller(
        id=word(sender, "aadObjectId").lower() or None,
        tenant=home or tenant,
        name=cut(" ".join(_UNSEEN.sub("", word(sender, "name")).split()), LONGEST_TITLE),
        upn=upn,
        guest=guest or bool(home and home != tenant),
        channel_id=word(sender, "id") or None,
    )


def _address(
    body: Mapping[str, Any], conversation: Mapping[str, Any], caller: Caller, tenant: str, bot: str
) -> Address:
    data = part(body, "channelData")
    kind = _audience(conversation, data)
    channel = word(part(data, "channel"), "name")
    return Address(
        tenant=tenant,
        service_url=word(body, "serviceUrl"),
        conversation=without_thread(word(conversation, "id")),
        kind=kind,
        person=caller.id if kind == "personal" else None,
        name=(caller.name if kind == "personal" else channel or word(conversation, "name")) or None,
        team=word(part(data, "team"), "id") or None,
        bot=bot or None,
    )


def _audience(conversation: Mapping[str, Any], data: Mapping[str, Any]) -> Audience:
    """Who hears what is said there. An unknown kind counts as a group: open material only."""
    stated = word(conversation, "conversationType").lower()
    if stated:
        return _KINDS.get(stated, "group")
    if part(data, "channel") or part(data, "team") or ";messageid=" in word(conversation, "id"):
        return "channel"
    return "group" if conversation.get("isGroup") else "personal"


def _locale(body: Mapping[str, Any]) -> Lang:
    told = word(body, "locale")
    if not told:
        entities = body.get("entities")
        told = next((word(e, "locale") for e in _each(entities) if word(e, "type") == "clientInfo"), "")
    return "da" if not told or told.lower().startswith("da") else "en"


def _spoken(body: Mapping[str, Any], bot: Mapping[str, Any]) -> str:
    """What was said, without the mention that only calls the bot; the bot's name elsewhere in the text stays."""
    text = word(body, "text")[: 4 * LONGEST_TEXT]
    me, name = word(bot, "id"), word(bot, "name")
    called = 0
    for entity in _each(body.get("entities")):
        mention = word(entity, "text")
        if word(entity, "type").lower() == "mention" and word(part(entity, "mentioned"), "id") == me and mention:
            called += mention in text
            text = text.replace(mention, " ", 1)
    if not called and name:
        # Some clients write another tag into the text than into the entity: <at id="0">Name</at>.
        text = re.sub(rf"<at\b[^>]*>\s*{re.escape(name)}\s*</at>", " ", text, count=1, flags=re.IGNORECASE)
    text = _AT.sub(r"\1", text)
    text = _ENTITY.sub(lambda found: unescape(found.group()), text)
    return " ".join(_UNSEEN.sub("", text).split())[:LONGEST_TEXT]


def _files(body: Mapping[str, Any]) -> tuple[tuple[FileOffer, ...], tuple[FileLink, ...]]:
    """Files to fetch, and offers for what cannot be fetched. The HTML twin of a Teams message is no file."""
    offers, links = [], []
    for attachment in _each(body.get("attachments")):
        kind, name = word(attachment, "contentType"), word(attachment, "name")
        if kind == DOWNLOAD:
            name = name or "file"
            links.append(FileLink(cut(name, LONGEST_TITLE), word(part(attachment, "content"), "downloadUrl")))
        elif kind.startswith(("image/", "audio/", "video/")):
            offers.append(FileOffer(cut(name or kind, LONGEST_TITLE), None, refused="unknown_format"))
    return tuple(offers), tuple(links)


def cut(text: str, length: int) -> str:
    """A text of at most `length` characters."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def part(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key, empty when there is none."""
    value = body.get(key)
    return value if isinstance(value, Mapping) else {}


def word(body: Mapping[str, Any], key: str) -> str:
    """The text under a key, empty when there is none."""
    value = body.get(key)
    return value if isinstance(value, str) else ""


def _each(value: object) -> Sequence[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _ids(body: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(word(member, "id") for member in _each(body.get(key)))
