"""Cue patterns that still match where extraction has lost a letter of the text."""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"\\.|\[[^\]]*\]|\(\?P?<?[!=\w]*>?|\{[^}]*\}|.", re.DOTALL)
_QUANTIFIER = re.compile(r"[?*+{]")


@lru_cache(maxsize=512)
def tolerant(pattern: str, lost: str = "", flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """`pattern` compiled so that each letter of `lost` may be missing: "økonomi" also finds "øknmi".

    Letters in escapes, character classes and group names are signs and stay as they are.
    """
    if not lost:
        return re.compile(pattern, flags)
    out: list[str] = []
    parts = _PART.findall(pattern)
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else ""
        if len(part) == 1 and part.lower() in lost and not _QUANTIFIER.match(following):
            out.append(f"{part}?")
        else:
            out.append(part)
    return re.compile("".join(out), flags)


def without(text: str, lost: str) -> str:
    """`text` in small letters and without the letters of `lost`: the form in which words are compared."""
    text = text.lower()
    for letter in lost:
        text = text.replace(letter, "")
    return text
