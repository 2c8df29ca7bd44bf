"""Names of deciding bodies as they stand in a sentence."""

from __future__ import annotations

_DEFINITE = (
    # Ending of a Danish body's name, and the same with its definite article.
    ("udvalg", "udvalget"),
    ("råd", "rådet"),
    ("direktion", "direktionen"),
    ("bestyrelse", "bestyrelsen"),
    ("repræsentation", "repræsentationen"),
    ("kommission", "kommissionen"),
    ("nævn", "nævnet"),
    ("ledelse", "ledelsen"),
    ("magistrat", "magistraten"),
    ("gruppe", "gruppen"),
    ("repræsentantskab", "repræsentantskabet"),
    ("komité", "komitéen"),
    ("udvalgsmøde", "udvalgsmødet"),
    ("kreds", "kredsen"),
    ("forsamling", "forsamlingen"),
)


def definite(body: str) -> str:
    """A body's name with its article: "Direktion" is "Direktionen" in a sentence. Names that need none stay."""
    name = body.strip()
    lower = name.casefold()
    if " for " in lower or " i " in lower or " af " in lower:
        # "Udvalg for Teknik": the article belongs to the first word, and printed names mostly have it already.
        first, _, rest = name.partition(" ")
        return f"{definite(first)} {rest}"
    for bare, with_article in _DEFINITE:
        if lower.endswith(bare):
            ending = with_article[len(bare) :]
            return name + (ending.upper() if name.isupper() and len(name) > 3 else ending)
    return name
