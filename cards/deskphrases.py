"""What authors and secretaries read about items on their way to a meeting, named, in English.

locales/da.deskphrases.po holds the Danish.
"""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# What waits for somebody.
LABEL_ON_ITS_WAY = _phrase(
    "LABEL_ON_ITS_WAY", "Agenda item", "Translators: small heading above an item on its way to a meeting."
)
DESK_LABEL_DESK = _phrase(
    "DESK_LABEL_DESK", "Waiting for you", "Translators: small heading above what waits for a secretary."
)
DESK_WAITING = _phrase(
    "DESK_WAITING",
    "{count} item is waiting for you.",
    "Translators: first sentence of what waits for a secretary.",
    plural="{count} items are waiting for you.",
    count=2,
)
DESK_WAITING_OF = _phrase(
    "DESK_WAITING_OF",
    "{count} item for {body} is waiting for you.",
    "Translators: the same when a body was named.",
    plural="{count} items for {body} are waiting for you.",
    count=2,
    body="Direktionen",
)
DESK_NONE = _phrase("DESK_NONE", "Nothing is waiting for you.", "Translators: nothing waits for a secretary or author.")
DESK_NONE_OF = _phrase(
    "DESK_NONE_OF",
    "Nothing for {body} is waiting for you.",
    "Translators: the same when a body was named.",
    body="Direktionen",
)
DESK_COUNT = _phrase(
    "DESK_COUNT",
    "{count} item",
    "Translators: how many items wait, after the name of a body.",
    plural="{count} items",
    count=2,
)
DESK_YOURS = _phrase(
    "DESK_YOURS",
    "{count} of your own items is waiting for you.",
    "Translators: an author's drafts and returned items.",
    plural="{count} of your own items are waiting for you.",
    count=2,
)
DESK_SUBMITTED = _phrase(
    "DESK_SUBMITTED",
    "Submitted by {name}, {moment}.",
    "Translators: line below the title of an item that waits.",
    name="Anna Jensen",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_DEADLINE = _phrase(
    "DESK_DEADLINE",
    "Deadline: {moment}.",
    "Translators: line below the title of an item; moment is a day and time.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_MARK_LATE = _phrase(
    "DESK_MARK_LATE", "After the deadline", "Translators: mark of an item that was submitted late."
)
DESK_ONLY_PRIVATELY = _phrase(
    "DESK_ONLY_PRIVATELY",
    "I only talk about that in a personal chat. Write to me there.",
    "Translators: a secretary or author asks for drafts or decisions where others listen.",
)
DESK_ASK_DESK = _phrase(
    "DESK_ASK_DESK", "What is waiting for me?", "Translators: suggestion; what is waiting for a secretary."
)
DESK_ASK_MINE = _phrase("DESK_ASK_MINE", "My items", "Translators: suggestion; the asker's own agenda items.")

# The item as it is decided on.
DESK_ROW_SUBMITTED = _phrase(
    "DESK_ROW_SUBMITTED", "Submitted", "Translators: label before who submitted an item and when."
)
DESK_ROW_LATE = _phrase("DESK_ROW_LATE", "After the deadline", "Translators: label before why an item came late.")
DESK_LATE_WAS = _phrase(
    "DESK_LATE_WAS",
    "the deadline was {moment}",
    "Translators: value of that label.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_ROW_KEPT_OUT = _phrase(
    "DESK_ROW_KEPT_OUT", "Kept out", "Translators: label before the names of people who must not see an item."
)
DESK_LABEL_HISTORY = _phrase(
    "DESK_LABEL_HISTORY", "What has happened", "Translators: small heading above the history of an item."
)
DESK_HISTORY_OF = _phrase(
    "DESK_HISTORY_OF",
    "What has happened to {title}",
    "Translators: first line of the history of an item.",
    title="»Nye cykler«",
)
DESK_HISTORY_CREATED = _phrase(
    "DESK_HISTORY_CREATED",
    "{name} began it on {moment}.",
    "Translators: a line of the history of an item.",
    name="Anna Jensen",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_BUTTON_APPROVE = _phrase("DESK_BUTTON_APPROVE", "Approve", "Translators: button of a secretary.")
DESK_BUTTON_APPROVE_LATE = _phrase(
    "DESK_BUTTON_APPROVE_LATE",
    "Approve in spite of the deadline",
    "Translators: button of a secretary on an item that came late.",
)
DESK_BUTTON_RETURN = _phrase("DESK_BUTTON_RETURN", "Send back", "Translators: button of a secretary.")
DESK_BUTTON_EDIT_CASE = _phrase("DESK_BUTTON_EDIT_CASE", "Edit", "Translators: button that opens the steps of an item.")
DESK_BUTTON_MOVE = _phrase("DESK_BUTTON_MOVE", "Move", "Translators: button that moves an item to another meeting.")
DESK_BUTTON_ACCESS = _phrase(
    "DESK_BUTTON_ACCESS", "Access", "Translators: button that shows who may see an item, to change it."
)
DESK_BUTTON_HISTORY = _phrase(
    "DESK_BUTTON_HISTORY", "History", "Translators: button that shows what happened to an item."
)
DESK_BUTTON_RECALL = _phrase(
    "DESK_BUTTON_RECALL", "Take it back", "Translators: button of an author whose item has not been looked at."
)
DESK_BUTTON_WITHDRAW_CASE = _phrase("DESK_BUTTON_WITHDRAW_CASE", "Withdraw", "Translators: button of an author.")
DESK_BUTTON_DESK = _phrase(
    "DESK_BUTTON_DESK", "What is waiting?", "Translators: button that shows what waits for a secretary."
)
DESK_BUTTON_SHOW_CASE = _phrase(
    "DESK_BUTTON_SHOW_CASE", "Show the item", "Translators: button that shows an agenda item whole."
)
DESK_BUTTON_CORRECT = _phrase(
    "DESK_BUTTON_CORRECT", "Correct it", "Translators: button of an author whose item was returned."
)
DESK_BUTTON_GO_ON_CASE = _phrase("DESK_BUTTON_GO_ON_CASE", "Carry on", "Translators: button of an author with a draft.")

# Questions before something is done.
DESK_RETURN_ASK = _phrase(
    "DESK_RETURN_ASK",
    "What needs to be corrected in {title}?",
    "Translators: above the field for a secretary's comment.",
    title="»Nye cykler«",
)
DESK_FIELD_COMMENT = _phrase(
    "DESK_FIELD_COMMENT",
    "Comment for {name}",
    "Translators: label of the field for a secretary's comment.",
    name="Anna Jensen",
)
DESK_COMMENT_NEEDED = _phrase(
    "DESK_COMMENT_NEEDED",
    "Write what needs to be corrected, so that the author can do it.",
    "Translators: a return without a comment.",
)
DESK_MOVE_ASK = _phrase(
    "DESK_MOVE_ASK",
    "Which meeting should {title} be moved to?",
    "Translators: above the choice of meetings.",
    title="»Nye cykler«",
)
DESK_FIELD_TO_MEETING = _phrase("DESK_FIELD_TO_MEETING", "Meeting", "Translators: label of the choice of meetings.")
DESK_MOVE_NONE = _phrase(
    "DESK_MOVE_NONE",
    "The calendar has no other coming meetings of {body}.",
    "Translators: an item cannot be moved.",
    body="Direktionen",
)
DESK_MOVE_NO_DAY = _phrase(
    "DESK_MOVE_NO_DAY",
    "The calendar has no meeting of {body} on {date}.",
    "Translators: an item cannot be moved to a day.",
    date="3. december 2026",
    body="Direktionen",
)
DESK_MEETING_LIKE_THIS = _phrase(
    "DESK_MEETING_LIKE_THIS",
    "That meeting cannot be chosen: it is over, cancelled or not in the calendar.",
    "Translators: an item was moved to a meeting that cannot be.",
)
DESK_CLOSE_ASK = _phrase(
    "DESK_CLOSE_ASK",
    "Why should {title} be closed?",
    "Translators: above the choice of reasons for closing an item.",
    title="»Nye cykler«",
)
DESK_FIELD_REASON_CLOSED = _phrase("DESK_FIELD_REASON_CLOSED", "Reason", "Translators: label of the choice of reasons.")
DESK_FIELD_REASON_NOTE = _phrase(
    "DESK_FIELD_REASON_NOTE",
    "If it is another reason: which?",
    "Translators: label of the field for another reason.",
)
DESK_BUTTON_CLOSE_CASE = _phrase("DESK_BUTTON_CLOSE_CASE", "Close the item", "Translators: button that closes an item.")
DESK_BUTTON_OPEN_CASE = _phrase("DESK_BUTTON_OPEN_CASE", "Open the item", "Translators: button that opens an item.")
DESK_ACCESS_TITLE = _phrase(
    "DESK_ACCESS_TITLE", "Who may see {title}?", "Translators: heading of the card on access.", title="»Nye cykler«"
)
DESK_ACCESS_IS_OPEN = _phrase(
    "DESK_ACCESS_IS_OPEN",
    "It is open: every employee can read it once the agenda is out.",
    "Translators: on the card on access.",
)
DESK_ACCESS_IS_CLOSED = _phrase(
    "DESK_ACCESS_IS_CLOSED",
    "It is closed: only members and secretaries of {body}, the author and the presenter can read it.",
    "Translators: on the card on access.",
    body="Direktionen",
)
DESK_FIELD_KEEP_OUT = _phrase(
    "DESK_FIELD_KEEP_OUT", "Keep a person out (name)", "Translators: label of the field for who must not see an item."
)
DESK_BUTTON_KEEP_OUT = _phrase("DESK_BUTTON_KEEP_OUT", "Keep out", "Translators: button beside that field.")
DESK_BUTTON_LET_IN = _phrase(
    "DESK_BUTTON_LET_IN",
    "Let {name} see it again",
    "Translators: button that takes an exclusion back.",
    name="Bo Sørensen",
)
DESK_APPROVE_LATE_ASK = _phrase(
    "DESK_APPROVE_LATE_ASK",
    "{title} came after the deadline. Approve it in spite of that?",
    "Translators: question before a secretary approves a late item in words.",
    title="»Nye cykler«",
)

# What was done.
DESK_DONE_APPROVED = _phrase(
    "DESK_DONE_APPROVED",
    "{title} is approved for {body}, {day}.",
    "Translators: a secretary approved an item.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_DONE_RETURNED = _phrase(
    "DESK_DONE_RETURNED",
    "{title} has been sent back to {name}.",
    "Translators: a secretary returned an item.",
    title="»Nye cykler«",
    name="Anna Jensen",
)
DESK_DONE_MOVED = _phrase(
    "DESK_DONE_MOVED",
    "{title} has been moved to {body}, {day}.",
    "Translators: a secretary moved an item.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_DONE_OPENED = _phrase(
    "DESK_DONE_OPENED", "{title} is open now.", "Translators: a secretary opened an item.", title="»Nye cykler«"
)
DESK_DONE_CLOSED = _phrase(
    "DESK_DONE_CLOSED", "{title} is closed now.", "Translators: a secretary closed an item.", title="»Nye cykler«"
)
DESK_DONE_KEPT_OUT = _phrase(
    "DESK_DONE_KEPT_OUT",
    "{name} can no longer see {title} until it is published as open.",
    "Translators: a person was kept out of an item.",
    name="Bo Sørensen",
    title="»Nye cykler«",
)
DESK_DONE_LET_IN = _phrase(
    "DESK_DONE_LET_IN",
    "{name} is no longer kept out of {title}.",
    "Translators: an exclusion was taken back.",
    name="Bo Sørensen",
    title="»Nye cykler«",
)
DESK_STALE_CASE = _phrase(
    "DESK_STALE_CASE",
    "Nothing was done, for it had changed: {what}",
    "Translators: somebody was faster; what says who did what.",
    what="Cille Ærø godkendte det mandag den 23. november 2026 kl. 12.00.",
)
DESK_NOT_NOW = _phrase(
    "DESK_NOT_NOW",
    "That cannot be done now. {standing}",
    "Translators: an action that the state of an item forbids.",
    standing="»Nye cykler« er en kladde, der ikke er indsendt.",
)
DESK_CANNOT_YET = _phrase(
    "DESK_CANNOT_YET", "It cannot be submitted yet.", "Translators: something in an item keeps it from being submitted."
)
DESK_WHICH_CASE = _phrase(
    "DESK_WHICH_CASE",
    "Which item do you mean? Show it first, then tell me what to do with it.",
    "Translators: a command on an item when none is in talk.",
)

# Where an item is, and what comes next.
DESK_STANDS_DRAFT = _phrase(
    "DESK_STANDS_DRAFT",
    "{title} is a draft that has not been submitted.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
)
DESK_STANDS_SUBMITTED = _phrase(
    "DESK_STANDS_SUBMITTED",
    "{title} has been submitted to {body} and is waiting to be approved.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
    body="Direktionen",
)
DESK_STANDS_RETURNED = _phrase(
    "DESK_STANDS_RETURNED",
    "{title} has been sent back to be corrected.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
)
DESK_STANDS_READY = _phrase(
    "DESK_STANDS_READY",
    "{title} is approved for {body}, {day}.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_STANDS_ON_AGENDA = _phrase(
    "DESK_STANDS_ON_AGENDA",
    "{title} is on the agenda of {body}, {day}.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_STANDS_POSTPONED = _phrase(
    "DESK_STANDS_POSTPONED",
    "{title} is postponed to {body}, {day}.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_STANDS_WAITING = _phrase(
    "DESK_STANDS_WAITING",
    "{title} is postponed until a meeting has been chosen.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
)
DESK_STANDS_WITHDRAWN = _phrase(
    "DESK_STANDS_WITHDRAWN",
    "{title} has been withdrawn and will not be treated.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
)
DESK_STANDS_DECIDED = _phrase(
    "DESK_STANDS_DECIDED",
    "{title} was treated by {body}, {day}.",
    "Translators: where an item stands.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_NEXT_SUBMIT_YOU = _phrase("DESK_NEXT_SUBMIT_YOU", "Next: you submit it.", "Translators: what comes next.")
DESK_NEXT_SUBMIT = _phrase(
    "DESK_NEXT_SUBMIT", "Next: {name} submits it.", "Translators: what comes next.", name="Anna Jensen"
)
DESK_NEXT_CHOOSE_YOU = _phrase(
    "DESK_NEXT_CHOOSE_YOU", "Next: you choose a meeting and submit it.", "Translators: what comes next."
)
DESK_NEXT_CORRECT_YOU = _phrase(
    "DESK_NEXT_CORRECT_YOU", "Next: you correct it and submit it again.", "Translators: what comes next."
)
DESK_NEXT_CORRECT = _phrase(
    "DESK_NEXT_CORRECT",
    "Next: {name} corrects it and submits it again.",
    "Translators: what comes next.",
    name="Anna Jensen",
)
DESK_NEXT_APPROVE = _phrase(
    "DESK_NEXT_APPROVE",
    "Next: {name} approves it or sends it back.",
    "Translators: what comes next; name may be several names.",
    name="Cille Ærø",
)
DESK_NEXT_APPROVE_BY = _phrase(
    "DESK_NEXT_APPROVE_BY",
    "Next: {name} approves it or sends it back, by {moment}.",
    "Translators: the same with the deadline for quality control.",
    name="Cille Ærø",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_NEXT_APPROVE_YOU = _phrase(
    "DESK_NEXT_APPROVE_YOU", "Next: you approve it or send it back.", "Translators: what comes next, to the secretary."
)
DESK_NEXT_PLACE = _phrase("DESK_NEXT_PLACE", "Next: it is put on the agenda.", "Translators: what comes next.")
DESK_NEXT_PLACE_BY = _phrase(
    "DESK_NEXT_PLACE_BY",
    "Next: it is put on the agenda, which goes out by {moment}.",
    "Translators: what comes next.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_NEXT_TREATED = _phrase("DESK_NEXT_TREATED", "Next: it is treated at the meeting.", "Translators: what comes next.")
DESK_NEXT_NEW_MEETING = _phrase(
    "DESK_NEXT_NEW_MEETING", "Next: {name} chooses a new meeting.", "Translators: what comes next.", name="Cille Ærø"
)
DESK_DEADLINE_FOR_IT = _phrase(
    "DESK_DEADLINE_FOR_IT",
    "The deadline is {moment}.",
    "Translators: added to what comes next.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_DEADLINE_FOR_IT_WAS = _phrase(
    "DESK_DEADLINE_FOR_IT_WAS",
    "The deadline was {moment}.",
    "Translators: added to what comes next.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
DESK_COMMENT_WAS = _phrase(
    "DESK_COMMENT_WAS",
    "{name} wrote: {comment}",
    "Translators: the comment of a return.",
    name="Cille Ærø",
    comment="»Økonomien mangler«",
)
DESK_THE_SECRETARY = _phrase(
    "DESK_THE_SECRETARY",
    "the secretary of {body}",
    "Translators: who comes next when no name is known.",
    body="Direktionen",
)
DESK_THE_SECRETARY_PLAIN = _phrase(
    "DESK_THE_SECRETARY_PLAIN", "the secretary", "Translators: the same when no body is known."
)
DESK_THE_AUTHOR = _phrase("DESK_THE_AUTHOR", "the author", "Translators: somebody whose name is not known.")

# One's own items.
DESK_LABEL_MINE = _phrase("DESK_LABEL_MINE", "Your items", "Translators: small heading above one's own items.")
DESK_MINE_COUNT = _phrase(
    "DESK_MINE_COUNT",
    "You have {count} item on its way.",
    "Translators: first sentence of one's own items.",
    plural="You have {count} items on their way.",
    count=2,
)
DESK_MINE_NONE = _phrase("DESK_MINE_NONE", "You have no items on their way.", "Translators: somebody has no items.")
DESK_MINE_NONE_ON = _phrase(
    "DESK_MINE_NONE_ON",
    "I find no item of yours on {topic}.",
    "Translators: somebody has no items on a matter.",
    topic="»cykler«",
)
DESK_MINE_WHICH = _phrase("DESK_MINE_WHICH", "Which one do you mean?", "Translators: several of one's items fit.")

# What is announced for coming meetings.
DESK_CASES_ANNOUNCED = _phrase(
    "DESK_CASES_ANNOUNCED",
    "Items announced so far",
    "Translators: small heading above items that are announced for a meeting.",
)
DESK_MARK_CLOSED_CASE = _phrase(
    "DESK_MARK_CLOSED_CASE", "Closed", "Translators: mark of a closed item, only for those who may see it."
)

# How a body takes items in.
DESK_LABEL_PRACTICE = _phrase(
    "DESK_LABEL_PRACTICE",
    "Agenda items for {body}",
    "Translators: small heading above how a body takes items in.",
    body="Direktionen",
)
DESK_PRACTICE_EVERYONE = _phrase(
    "DESK_PRACTICE_EVERYONE",
    "Every employee can submit items to {body}.",
    "Translators: who may submit.",
    body="Direktionen",
)
DESK_PRACTICE_MEMBERS = _phrase(
    "DESK_PRACTICE_MEMBERS",
    "Only members and secretaries can submit items to {body}.",
    "Translators: who may submit.",
    body="Direktionen",
)
DESK_PRACTICE_ROOM = _phrase(
    "DESK_PRACTICE_ROOM",
    "A meeting has room for {count} minute of items.",
    "Translators: how long a meeting has.",
    plural="A meeting has room for {count} minutes of items.",
    count=90,
)
DESK_PRACTICE_ROOM_PLANNED = _phrase(
    "DESK_PRACTICE_ROOM_PLANNED",
    "A meeting has room for items for as long as it is planned to last.",
    "Translators: how long a meeting has.",
)
DESK_PRACTICE_FIELD_WHO = _phrase("DESK_PRACTICE_FIELD_WHO", "Who may submit items?", "Translators: label of a choice.")
DESK_PRACTICE_ALL = _phrase("DESK_PRACTICE_ALL", "Every employee", "Translators: a choice.")
DESK_PRACTICE_ONLY = _phrase("DESK_PRACTICE_ONLY", "Only members and secretaries", "Translators: a choice.")
DESK_PRACTICE_FIELD_ROOM = _phrase(
    "DESK_PRACTICE_FIELD_ROOM",
    "Minutes for items at a meeting (blank: as long as planned)",
    "Translators: label of a field.",
)
DESK_PRACTICE_ROOM_WRONG = _phrase(
    "DESK_PRACTICE_ROOM_WRONG",
    "Write the minutes as a whole number from 1 to 1440.",
    "Translators: the minutes were no number.",
)
DESK_BUTTON_KEEP_PRACTICE = _phrase(
    "DESK_BUTTON_KEEP_PRACTICE", "Save", "Translators: button that saves how a body takes items in."
)
DESK_BUTTON_PRACTICE = _phrase(
    "DESK_BUTTON_PRACTICE", "Change", "Translators: button that opens how a body takes items in."
)
DESK_PRACTICE_WHICH = _phrase(
    "DESK_PRACTICE_WHICH", "Which body do you mean?", "Translators: a command on how a body takes items in."
)

# What people are told unasked.
DESK_NOTICE_SUBMIT = _phrase(
    "DESK_NOTICE_SUBMIT",
    "{name} has submitted {title} to {body}, {day}.",
    "Translators: to a secretary.",
    name="Anna Jensen",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_NOTICE_LATE = _phrase(
    "DESK_NOTICE_LATE", "It came after the deadline.", "Translators: added to the sentence before."
)
DESK_NOTICE_RECALL = _phrase(
    "DESK_NOTICE_RECALL",
    "{name} has taken {title} back. It is a draft again.",
    "Translators: to a secretary.",
    name="Anna Jensen",
    title="»Nye cykler«",
)
DESK_NOTICE_WITHDRAW = _phrase(
    "DESK_NOTICE_WITHDRAW",
    "{name} has withdrawn {title}.",
    "Translators: to a secretary or author.",
    name="Anna Jensen",
    title="»Nye cykler«",
)
DESK_NOTICE_RETURN = _phrase(
    "DESK_NOTICE_RETURN",
    "{name} has sent {title} back to be corrected.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
)
DESK_NOTICE_APPROVE = _phrase(
    "DESK_NOTICE_APPROVE",
    "{name} has approved {title} for {body}, {day}.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_NOTICE_MOVE = _phrase(
    "DESK_NOTICE_MOVE",
    "{name} has moved {title} to {body}, {day}.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_NOTICE_POSTPONE = _phrase(
    "DESK_NOTICE_POSTPONE",
    "{name} has postponed {title}.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
)
DESK_NOTICE_OPEN = _phrase(
    "DESK_NOTICE_OPEN",
    "{name} has opened {title}.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
)
DESK_NOTICE_CLOSE = _phrase(
    "DESK_NOTICE_CLOSE",
    "{name} has closed {title}.",
    "Translators: to an author.",
    name="Cille Ærø",
    title="»Nye cykler«",
)
DESK_NOTICE_PLACE = _phrase(
    "DESK_NOTICE_PLACE",
    "{title} is on the agenda of {body}, {day}.",
    "Translators: to an author.",
    title="»Nye cykler«",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
DESK_NOTICE_SINCE = _phrase(
    "DESK_NOTICE_SINCE",
    "Since then: {standing}",
    "Translators: the item has changed again before the message was sent.",
    standing="»Nye cykler« er godkendt til Direktionen torsdag den 3. december 2026.",
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
    "The deadline was {moment}. Write why the item comes late; the secretary decides whether it can be taken.",
    "Translators: remark on an item.",
    moment="mandag den 23. november 2026 kl. 12.00",
)
COACH_LATE = _phrase(
    "COACH_LATE",
    "The deadline was {moment}. The secretary decides whether the item can be taken.",
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
    "It resembles {titles}. Check whether it is the same matter.",
    "Translators: remark on an item; titles are quoted.",
    titles="»Nye cykler til rådhuset«",
)
COACH_ODD_NUMBER = _phrase(
    "COACH_ODD_NUMBER",
    "I do not recognise the case number {number}. Check that it is right; you can also leave it as it is.",
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
DESK_UNTITLED = _phrase(
    "DESK_UNTITLED", "Without a title", "Translators: an item that has no title yet, at the beginning of a line."
)
DESK_SOMEBODY = _phrase(
    "DESK_SOMEBODY", "somebody I do not know by name", "Translators: a person whose name is not known."
)
DESK_ASK_NEW = _phrase("DESK_ASK_NEW", "New agenda item", "Translators: suggestion; begins an agenda item.")
DESK_NOT_YOURS = _phrase(
    "DESK_NOT_YOURS",
    "Only a secretary of {body} can do that.",
    "Translators: somebody tries what only a secretary may do with an item.",
    body="Direktionen",
)
DESK_ROW_COMMENT = _phrase("DESK_ROW_COMMENT", "Comment", "Translators: label before what somebody wrote about a step.")
DESK_SAVED_SO = _phrase("DESK_SAVED_SO", "The changes are saved.", "Translators: a secretary has edited an item.")
DESK_BUTTON_SAVE_CASE = _phrase(
    "DESK_BUTTON_SAVE_CASE", "Save and see the item", "Translators: button of a secretary who edits an item."
)
