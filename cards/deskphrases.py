"""What authors and secretaries read about items on their way to a meeting, named, in English.

locales/da.deskphrases.po holds the Danish.
"""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# What waits for somebody.
LABEL_ON_ITS_WAY = _phrase(
    "LABEL_ON_ITS_WAY", "Agenda item", "Translators: small heading above an item on its way to a meeting."
)

# What the coach says. Each is one plain sentence that says what to do.
COACH_NO_TITLE = _phrase(
    "COACH_NO_TITLE", "The item has no title. Write one that says what it is about.", "Translators: remark on an item."
)
COACH_NO_MEETING = _phrase("COACH_NO_MEETING", "No meeting has been chosen.", "Translators: remark on an item.")
COACH_MEETING_PAST = _phrase(
    "COACH_MEETING_PAST",
    "The meeting on {date} has been held. Choose another one.",
    "Translators: remark on an item.",
    date="3. december 2026",
)
COACH_MEETING_CANCELLED = _phrase(
    "COACH_MEETING_CANCELLED",
    "The meeting on {date} has been cancelled. Choose another one.",
    "Translators: remark on an item.",
    date="3. december 2026",
)
COACH_CPR = _phrase(
    "COACH_CPR",
    "There is a CPR number in the field {field}. Remove it.",
    "Translators: remark on an item; field is the name of a field.",
    field="»Overskrift«",
)
COACH_CPR_PLACE = _phrase(
    "COACH_CPR_PLACE",
    "There is a CPR number in recommendation {number}. Remove it.",
    "Translators: remark on an item.",
    number="2",
)
COACH_CPR_FILE = _phrase(
    "COACH_CPR_FILE",
    "There is a CPR number in the attachment {name} or in its name. Remove the attachment, and attach one without.",
    "Translators: remark on an item.",
    name="»ansøgning.pdf«",
)
COACH_LATE_REASON = _phrase(
    "COACH_LATE_REASON",
    "The deadline was {moment}. Write why the item comes late; the secretary decides whether it comes along.",
    "Translators: remark on an item.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_LATE = _phrase(
    "COACH_LATE",
    "The deadline was {moment}. The secretary decides whether the item comes along.",
    "Translators: remark on an item.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_NEAR_HOURS = _phrase(
    "COACH_NEAR_HOURS",
    "The deadline is {moment}: that is in {count} hour.",
    "Translators: remark on an item.",
    plural="The deadline is {moment}: that is in {count} hours.",
    count=5,
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_NEAR_SOON = _phrase(
    "COACH_NEAR_SOON",
    "The deadline is {moment}: that is within the hour.",
    "Translators: remark on an item.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_NEAR_DAYS = _phrase(
    "COACH_NEAR_DAYS",
    "The deadline is {moment}: that is in {count} working day.",
    "Translators: remark on an item.",
    plural="The deadline is {moment}: that is in {count} working days.",
    count=2,
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_FULL = _phrase(
    "COACH_FULL",
    "The meeting is full: its items take {count} minute, and there is room for {capacity}.",
    "Translators: remark on an item.",
    plural="The meeting is full: its items take {count} minutes, and there is room for {capacity}.",
    count=140,
    capacity=120,
)
COACH_ALIKE = _phrase(
    "COACH_ALIKE",
    "It is like {titles}. Look whether it is the same matter.",
    "Translators: remark on an item; titles are quoted.",
    titles="»Nye cykler til rådhuset«",
)
COACH_ODD_NUMBER = _phrase(
    "COACH_ODD_NUMBER",
    "I do not know a case number like {number}. Look whether it is right; you can leave it as it is.",
    "Translators: remark on an item.",
    number="»abc«",
)
COACH_NO_DESCRIPTION = _phrase(
    "COACH_NO_DESCRIPTION",
    "There is no case description. Write what members need to know.",
    "Translators: remark on an item.",
)
COACH_SEVERAL = _phrase(
    "COACH_SEVERAL",
    "It looks like more than one case: {parts}. An item holds one case, so make an item of each.",
    "Translators: remark on an item.",
    parts="»15/8020« og »16/1234«",
)
COACH_AMOUNT = _phrase(
    "COACH_AMOUNT",
    "The text says {amount}, but nothing is written on the financial consequences.",
    "Translators: remark on an item.",
    amount="»2,5 mio. kr.«",
)
COACH_NO_RECOMMENDATION = _phrase(
    "COACH_NO_RECOMMENDATION",
    "There is no recommendation. Write what is to be decided, for example {example}.",
    "Translators: remark on an item.",
    example="=COACH_EXAMPLE",
)
COACH_EXAMPLE = _phrase("COACH_EXAMPLE", "that the plan be approved", "Translators: example of a recommendation.")
COACH_NO_PROPOSAL = _phrase(
    "COACH_NO_PROPOSAL",
    "The recommendation does not propose anything. Write what is to be decided, for example {example}.",
    "Translators: remark on an item.",
    example="=COACH_EXAMPLE",
)
COACH_FITS_BRIEFING = _phrase(
    "COACH_FITS_BRIEFING",
    "The recommendation only asks the meeting to take note. Make it a briefing, or write what is to be decided.",
    "Translators: remark on an item.",
)
COACH_FITS_DISCUSSION = _phrase(
    "COACH_FITS_DISCUSSION",
    "The recommendation only asks for a discussion. Make it a discussion, or write what is to be decided.",
    "Translators: remark on an item.",
)
COACH_CLOSED_WHY = _phrase(
    "COACH_CLOSED_WHY", "The item is closed without a reason. Choose one.", "Translators: remark on an item."
)
COACH_CLOSED_NOTE = _phrase(
    "COACH_CLOSED_NOTE", "The item is closed for another reason. Write which.", "Translators: remark on an item."
)
COACH_FIELD_TITLE = _phrase("COACH_FIELD_TITLE", "Title", "Translators: name of a field of an agenda item.")
COACH_FIELD_CASE_NUMBER = _phrase(
    "COACH_FIELD_CASE_NUMBER", "Case number", "Translators: name of a field of an agenda item."
)
COACH_FIELD_CLOSED_NOTE = _phrase(
    "COACH_FIELD_CLOSED_NOTE", "Reason for closing", "Translators: name of a field of an agenda item."
)
COACH_FIELD_DESCRIPTION = _phrase(
    "COACH_FIELD_DESCRIPTION", "Case description", "Translators: name of a field of an agenda item."
)
COACH_FIELD_FINANCE = _phrase(
    "COACH_FIELD_FINANCE", "Financial consequences", "Translators: name of a field of an agenda item."
)
COACH_FIELD_ASSESSMENT = _phrase(
    "COACH_FIELD_ASSESSMENT", "Assessment", "Translators: name of a field of an agenda item."
)
COACH_FIELD_PRESENTER = _phrase("COACH_FIELD_PRESENTER", "Presenter", "Translators: name of a field of an agenda item.")
COACH_FIELD_RESPONSIBLE = _phrase(
    "COACH_FIELD_RESPONSIBLE", "Responsible", "Translators: name of a field of an agenda item."
)
COACH_FIELD_LATE_REASON = _phrase(
    "COACH_FIELD_LATE_REASON", "Why it comes late", "Translators: name of a field of an agenda item."
)
COACH_MUST = _phrase(
    "COACH_MUST",
    "To be corrected first",
    "Translators: small heading above remarks that keep an item from being submitted.",
)
COACH_MAY = _phrase("COACH_MAY", "Worth a look", "Translators: small heading above remarks that do not stop an item.")
