"""How names, titles and case numbers are folded, and how the keys that leave the store are made from content."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

from store.ingest.bodies import stem

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ß": "ss"})
_NOT_WORD = re.compile(r"[^\w]+|_+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_CASE_NOISE = re.compile(r"[^0-9a-zæøå./-]+")
_MARKED_CLOSED = re.compile(
    r"^(?:lukket|lukkede|åben|åbent)(?: (?:punkt|sag|dagsordenspunkt))?\s*[-–:.]\s*", re.IGNORECASE
)
_NAMELESS = re.compile(r"^(?:(?:et )?(?:lukket|fortrolig\w*) ?(?:punkt|sag|dagsordenspunkt|møde)?|lukkede? dagsorden)$")


def folded(text: str) -> str:
    """Lower case, composed, punctuation as single blanks: equal for two prints of one name."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def title_key(title: str) -> str:
    """An item's title folded, without a "Lukket - " mark in front."""
    return folded(_MARKED_CLOSED.sub("", title.strip()))


def nameless(key: str) -> bool:
    """Whether a folded title only says that the item is closed, as open editions print it."""
    return not key or _NAMELESS.match(key) is not None


def case_key(number: str | None) -> str | None:
    """A case number without blanks and trailing punctuation, lower case; None for none."""
    if number is None:
        return None
    key = _CASE_NOISE.sub("", unicodedata.normalize("NFKC", number).casefold()).strip("./-")
    return key or None


def number_key(number: str | None) -> str:
    """An item's number as it is compared and put into keys: "72.", "Punkt 72" and "72" are one."""
    if number is None:
        return ""
    text = re.sub(r"^(?:punkt|pkt|nr|sag)\b\.?", "", number.strip().casefold()).strip()
    return slug(text)


def number_forms(number: str) -> list[str]:
    """How an item's number may be printed, for a look-up."""
    bare = number_key(number)
    return [
        form for one in dict.fromkeys((bare, bare.upper())) for form in (one, f"{one}.", f"Punkt {one}", f"Pkt. {one}")
    ]


def slug(text: str) -> str:
    """Letters a to z, digits and hyphens: "Økonomiudvalget" gives "oekonomiudvalget"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_DANISH))
    return _NOT_SLUG.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def short_hash(text: str, length: int = 8) -> str:
    """The first characters of the SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]


def body_key(name: str) -> str:
    """The key of a body: its name without its ending ("Direktion", "Direktionen" and "Direktionens" are one)."""
    return slug(stem(name)) or slug(name) or short_hash(name)


def document_key(sha256: str) -> str:
    return "d" + sha256[:12]


def meeting_key(body: str | None, day: date | None, document: str) -> str:
    """Body and date; a meeting that lacks one of them is known by its document and gathers no other."""
    return f"{body}-{day.isoformat()}" if body and day else f"moede-{document}"


def item_key(meeting: str, number: str | None, title: str, *, closed: bool, long: bool = False) -> str:
    """Meeting and number, or a hash of the title where there is no number; with `long` both.

    A closed item has a hash of its own kind, so that no open item's key depends on whether a closed one took it first.
    """
    parts = [number_key(number)]
    if closed:
        parts.append(short_hash(f"lukket {title_key(title)}"))
    elif long or not parts[0]:
        parts.append(short_hash(title_key(title)))
    return "-".join([meeting, *(part for part in parts if part)])


def attachment_key(item: str, title: str) -> str:
    """The item and a hash of what the attachment is called; the same in every source of the item."""
    return f"{item}-bilag-{short_hash(folded(title))}"
