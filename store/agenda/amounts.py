"""Where a text first states an amount of money, in digits or in words."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_CURRENCY = r"(?:kr\b\.?|(?:kroner|kronor|dkk|euro|eur)\b|€)"
_SCALE = (
    r"(?:tusinde?|thousand|t\.?(?=\s?kr)|mio\b\.?|mia\b\.?|mill?\b\.?|million(?:er)?\b|milliard(?:er)?\b"
    r"|millions?\b|billions?\b)"
)
_WORDS = (
    r"(?:en|et|én|ét|halv(?:anden)?|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|tredive|fyrre|halvtreds"
    r"|one|a|half a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|(?:et|one|a) hundrede?)"
)
# "2 mio." without a currency is money unless a thing to count follows: "2 mio. borgere".
_ALONE = (
    r"(?=\s*(?:$|[.,;:)!?]|(?:om|pr|per|årligt|årlig|i|til|fra|på|og|for|ved|af|over|under|er|var|afsættes|bevilges|skal"
    r"|annually|yearly|a year|in|to|from|on|and|of|is|was|per|over)\b))"
)
_AMOUNT = re.compile(
    rf"(?<![\w§/.,-])(?P<digits>{_NUMBER})\s{{0,2}}(?:{_SCALE}\s{{0,2}})?(?:{_CURRENCY}|,-(?!\d))"
    rf"|(?<!\w)(?:kr\.?|dkk|eur|€)\s{{0,2}}(?P<behind>{_NUMBER})(?![/\d])(?:\s{{0,2}}(?:{_SCALE}|m\b|bn\b))?"
    rf"|(?<![\w§/.,-])(?P<scaled>{_NUMBER})\s{{0,2}}(?:mio|mia)\b\.?+{_ALONE}"
    rf"|(?<!\w){_WORDS}\s(?:{_SCALE}|hundrede|tusind)\s?{_CURRENCY}"
    rf"|(?<!\w)(?:en halv|halvanden|half a)\s(?:{_SCALE}\s?){_CURRENCY}",
    re.IGNORECASE,
)


def first_amount(text: str) -> str | None:
    """The first amount of money as written ("2,5 mio. kr."), None when there is none; nought is none.

    Years, paragraphs, case numbers, shares and counts are no amounts.
    """
    for match in _AMOUNT.finditer(text):
        digits = match["digits"] or match["behind"] or match["scaled"]
        if digits is None or re.search(r"[1-9]", digits):
            return " ".join(match.group().split()).rstrip(" ,")
    return None
