"""Bytes of a text file become characters, whatever the age of the machine that wrote them."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DOUBLED = ("Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`: by byte order mark, then UTF-8, then UTF-16 without a mark, then Windows-1252.

    `declared` is the encoding the file itself names (a meta element); it counts after UTF-8, for files are re-saved
    more often than their declarations are corrected. A few damaged bytes in a UTF-8 file become U+FFFD; bytes that
    Windows-1252 does not know are read as Latin-1. Never fails. Danish text that was taken for Windows-1252 and
    saved as UTF-8 again ("MÃ¸de") is mended.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _undoubled(data.decode(encoding, "replace"))
    try:
        return _undoubled(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    if declared and _known(declared) and codecs.lookup(declared).name not in ("utf-8", "ascii", "iso8859-1", "cp1252"):
        return data.decode(declared, "replace")
    replaced = data.decode("utf-8", "replace")
    damaged = replaced.count("�")
    if 20 * damaged < sum(1 for char in replaced if ord(char) > 127):
        return replaced
    return _windows(data)


def _windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in data)


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4096]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample[1::2]) and even < 0.05 * len(sample):
        return "utf-16-le"
    if even > 0.4 * len(sample[::2]) and odd < 0.05 * len(sample):
        return "utf-16-be"
    return None


def _undoubled(text: str) -> str:
    if not any(pair in text for pair in _DOUBLED) or any(letter in text for letter in "æøåÆØ"):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
