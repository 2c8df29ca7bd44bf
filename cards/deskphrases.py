"""What authors and secretaries read about items on their way to a meeting, named, in English.

locales/da.deskphrases.po holds the Danish.
"""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

LABEL_ON_ITS_WAY = _phrase(
    "LABEL_ON_ITS_WAY", "Agenda item", "Translators: small heading above an item on its way to a meeting."
)
