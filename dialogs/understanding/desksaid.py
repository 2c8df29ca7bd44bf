"""What a command on an item says beside the command: the comment of a return, a coming day, a number of minutes."""

from __future__ import annotations

import re
from datetime import date

from dialogs.understanding.periods import periods

_COMMENT = re.compile(
    r"^.*?\b(?:retur|tilbage|returnér|returner|returnere|back|return|send)\b"
    r"(?:\s+(?:punktet|sagen|det|den|dette|the\s+item|the\s+case|it|this)\b"
    r"(?:\s+(?:om|vedr|vedrørende|about|on|regarding)\s[^:]*?(?=\s+(?:retur|tilbage|back)\b))?)?"
    r"(?:\s+(?:retur|tilbage|back)\b)?"
    r"(?:\s+(?:til|to)\s+(?:forfatteren|afsenderen|hende|ham|dem|the\s+author|her|him|them)\b)?"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_JOINT = re.compile(
    r"^[\s,.:;–—-]*(?:(?:med|with)\s+(?:kommentaren|beskeden|besked\s+om|teksten|the\s+comment|a\s+comment|the\s+message)\b"
    r"|(?:og\s+skriv|and\s+(?:say|write))\b)?[\s,.:;–—-]*(?:at\s+|that\s+)?[\s\"'»«“”]*",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:næste|følgende|efterfølgende|kommende|next|following)\b", re.IGNORECASE)
_ROOM = re.compile(r"(\d{1,4})\s*(min|timer|time|hours?)", re.IGNORECASE)


def comment_in(text: str) -> str:
    """What is to be corrected, as written behind "send retur"; "" when it is not said."""
    found = _COMMENT.match(text)
    if found is None:
        return ""
    rest = _JOINT.sub("", found["rest"], count=1).strip().strip("\"'»«“”").strip()
    return rest[:1].upper() + rest[1:] if re.search(r"\w", rest) else ""


def coming_day(text: str, today: date) -> date | None:
    """The day from today on that a text names; None for none."""
    found = [each for each in periods(text, today, ahead=True) if each.dated and each.since is not None]
    return found[0].since if found and found[0].since == found[0].until else None


def next_meeting(text: str) -> bool:
    """Whether it is the next meeting that something is to be moved to."""
    return _ANOTHER.search(text) is not None


def minutes_in(text: str) -> int | None:
    """How many minutes a text names, hours counted as sixty; None for none."""
    found = _ROOM.search(text)
    if found is None:
        return None
    return int(found[1]) * (1 if found[2].casefold().startswith("min") else 60)
