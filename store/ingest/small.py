"""Text in small letters, each at its place: searched in half the time that a search without regard to case takes."""

from __future__ import annotations


def small(text: str) -> str:
    """`text` in small letters and at its own length: the few capitals that would become two letters stay."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([letter.lower() if len(letter.lower()) == 1 else letter for letter in text])
