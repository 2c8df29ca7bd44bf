"""Extracted text is put in order once, before any offset is taken."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x85\u2028\u2029"
# Zero width, joiners, byte order marks, and the bidi marks that can make a line read otherwise than it is stored.
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c" + "".join(
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_CONTROLS = "".join(chr(c) for c in (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)) if c != 0x85)
_TABLE: dict[int, str | None] = {
    **{ord(k): v for k, v in _LIGATURES.items()},
    **{ord(c): " " for c in _BLANKS},
    **{ord(c): "\n" for c in _BREAKS},
    **{ord(c): None for c in _INVISIBLE + _CONTROLS + "\ufffe\uffff"},
    **{c: "•" for c in (0xF0B7, 0xF0A7, 0xF0A8, 0xF06E, 0xF076, 0xF0D8, 0xF0E8, 0xF0FC, 0x25CF, 0x25AA, 0x25E6)},
    **{c: "�" for c in range(0xD800, 0xE000)},
}
_SOFT_BREAK = re.compile("\u00ad[ \t]*\n[ \t]*")
_PLAIN = re.compile(r"[\n\x20-\x7eæøåÆØÅéüöä–§]*\Z")


def tidy(text: str) -> str:
    """Text as it is stored: LF line ends, composed letters, no ligatures, no invisible characters.

    A soft hyphen (U+00AD) at a line end joins the word across the end, elsewhere it goes. Fixed, thin and other
    odd blanks become a plain blank, bullets of symbol fonts a "•", lone surrogates U+FFFD. Control characters, NUL,
    zero-width and bidi characters go. Blanks at line ends go. Form feeds go too: a reader has cut pages by then.
    Nothing else is changed, so what is quoted is what was printed.
    """
    if not _PLAIN.match(text):
        text = text.replace("\r\n", "\n")
        text = _SOFT_BREAK.sub("", text).replace("\u00ad", "").replace("\f", "\n")
        text = unicodedata.normalize("NFC", text.translate(_TABLE))
    if "\n" in text:
        return "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    return text.rstrip(" \t")


def letters(text: str) -> int:
    """How many letters and digits the text has: whether there is anything to read in it."""
    return sum(map(str.isalnum, text))


def shown_name(name: str) -> str:
    """A file name fit for a log line or a card: one line, no control or bidi characters, at most 120 characters.

    File names come from strangers; this form is for showing only and is never used to open anything.
    """
    flat = tidy(name.encode("utf-8", "replace").decode("utf-8")).replace("\n", " ").replace("\t", " ")
    return flat if len(flat) <= 120 else f"{flat[:80]}…{flat[-39:]}"
