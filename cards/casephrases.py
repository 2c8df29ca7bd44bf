"""What people read while they register an agenda item, named, in English; the Danish is in da.casephrases.po."""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# Where an item stands. One word or two, after its title.
STATE_DRAFT = _phrase("STATE_DRAFT", "Draft", "Translators: state of an agenda item that is still being written.")
STATE_SUBMITTED = _phrase(
    "STATE_SUBMITTED", "Submitted", "Translators: state of an agenda item that waits for the secretary."
)
STATE_RETURNED = _phrase(
    "STATE_RETURNED", "Returned", "Translators: state of an agenda item that its author must correct."
)
STATE_READY = _phrase(
    "STATE_READY", "Approved", "Translators: state of an agenda item that the secretary has approved for a meeting."
)
STATE_ON_AGENDA = _phrase(
    "STATE_ON_AGENDA", "On the agenda", "Translators: state of an agenda item that stands on an agenda."
)
STATE_POSTPONED = _phrase(
    "STATE_POSTPONED", "Postponed", "Translators: state of an agenda item that waits for a later meeting."
)
STATE_WITHDRAWN = _phrase(
    "STATE_WITHDRAWN", "Withdrawn", "Translators: state of an agenda item that will not be treated."
)
STATE_DECIDED = _phrase("STATE_DECIDED", "Decided", "Translators: state of an agenda item that was decided on.")

# What is wanted of the meeting.
TYPE_DECISION = _phrase("TYPE_DECISION", "Decision", "Translators: type of an agenda item: something is to be decided.")
TYPE_BRIEFING = _phrase("TYPE_BRIEFING", "Briefing", "Translators: type of an agenda item: the meeting is informed.")
TYPE_DISCUSSION = _phrase(
    "TYPE_DISCUSSION", "Discussion", "Translators: type of an agenda item: the meeting talks about it."
)
