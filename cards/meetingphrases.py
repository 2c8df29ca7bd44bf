"""What people read about agendas and minutes of meetings, named, in English; the Danish is in da.meetingphrases.po."""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# Minutes: who was there, what was decided.
MIN_LABEL = _phrase(
    "MIN_LABEL",
    "Minutes",
    "Translators: small heading above a card of minutes.",
)
MIN_LABEL_DRAFT = _phrase(
    "MIN_LABEL_DRAFT",
    "Minutes – draft",
    "Translators: small heading above minutes that are being written.",
)
MIN_LABEL_REVIEW = _phrase(
    "MIN_LABEL_REVIEW",
    "Minutes – in review",
    "Translators: small heading above minutes that members look through.",
)
MIN_LABEL_FINAL = _phrase(
    "MIN_LABEL_FINAL",
    "Minutes – final",
    "Translators: small heading above minutes that are final.",
)
MIN_LABEL_CORRECTED = _phrase(
    "MIN_LABEL_CORRECTED",
    "Minutes – corrected version {number}",
    "Translators: small heading above a corrected version.",
    number="2",
)
MIN_LABEL_CORRECTING = _phrase(
    "MIN_LABEL_CORRECTING",
    "Minutes – draft of corrected version {number}",
    "Translators: small heading above a corrected version that is being written.",
    number="2",
)
MIN_OF = _phrase(
    "MIN_OF",
    "{body}, {day}",
    "Translators: which meeting; day is a weekday with its date.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_ATTEND_ASK = _phrase(
    "MIN_ATTEND_ASK",
    "Who took part in the meeting?",
    "Translators: heading of the card where attendance is noted.",
)
MIN_ATTEND_LAST = _phrase(
    "MIN_ATTEND_LAST",
    "Chosen as at the meeting of {date}. Correct what was different.",
    "Translators: below the heading: the last meeting's attendance is preselected.",
    date="19. november 2026",
)
MIN_ATTEND_NOBODY = _phrase(
    "MIN_ATTEND_NOBODY",
    "I know no members of {body}. Write the names below, or ask an administrator to add the members.",
    "Translators: no one has the right of a member.",
    body="Direktionen",
)
MIN_PRESENT = _phrase(
    "MIN_PRESENT",
    "Present",
    "Translators: choice beside a name.",
)
MIN_ABSENT = _phrase(
    "MIN_ABSENT",
    "Absent",
    "Translators: choice beside a name: sent apologies or was not there.",
)
MIN_LATE = _phrase(
    "MIN_LATE",
    "Arrived late",
    "Translators: choice beside a name.",
)
MIN_LEFT = _phrase(
    "MIN_LEFT",
    "Left early",
    "Translators: choice beside a name.",
)
MIN_FROM = _phrase(
    "MIN_FROM",
    "{name}: from which item?",
    "Translators: label of a choice of items, of somebody who arrived late.",
    name="Dan Falk",
)
MIN_UNTIL = _phrase(
    "MIN_UNTIL",
    "{name}: up to and including which item?",
    "Translators: label of a choice of items, of somebody who left early.",
    name="Dan Falk",
)
MIN_FROM_NEEDED = _phrase(
    "MIN_FROM_NEEDED",
    "Choose the item for those who arrived late or left early.",
    "Translators: attendance cannot be saved yet.",
)
MIN_EXTRA = _phrase(
    "MIN_EXTRA",
    "Others present",
    "Translators: label of a text field: people who are no members.",
)
MIN_EXTRA_HINT = _phrase(
    "MIN_EXTRA_HINT",
    "Names with commas between, for instance “Per Bro (head of finance)”",
    "Translators: placeholder of that field.",
)
MIN_BUTTON_ATTENDED = _phrase(
    "MIN_BUTTON_ATTENDED",
    "Save and go on",
    "Translators: button on the attendance card.",
)
MIN_ATTENDED = _phrase(
    "MIN_ATTENDED",
    "Attendance is saved: {there}.",
    "Translators: said when attendance was saved; there is a summary.",
    there="2 til stede, 1 afbud",
)
MIN_THERE = _phrase(
    "MIN_THERE",
    "{count} present",
    "Translators: part of the summary of attendance.",
    plural="{count} present",
    count=2,
)
MIN_NOT_THERE = _phrase(
    "MIN_NOT_THERE",
    "{count} absent",
    "Translators: part of the summary of attendance.",
    plural="{count} absent",
    count=1,
)
MIN_NOBODY_CHOSEN = _phrase(
    "MIN_NOBODY_CHOSEN",
    "Nobody is noted as present. Choose at least one.",
    "Translators: attendance cannot be saved yet.",
)
MIN_NAME_TWICE = _phrase(
    "MIN_NAME_TWICE",
    "A name stands there twice. Write each person once.",
    "Translators: attendance cannot be saved.",
)
MIN_PERSON_PRESENT = _phrase(
    "MIN_PERSON_PRESENT",
    "{name} is noted as present.",
    "Translators: said after a message about attendance.",
    name="Dan Falk",
)
MIN_PERSON_ABSENT = _phrase(
    "MIN_PERSON_ABSENT",
    "{name} is noted as absent.",
    "Translators: said after a message about attendance.",
    name="Dan Falk",
)
MIN_PERSON_LATE = _phrase(
    "MIN_PERSON_LATE",
    "{name} is noted as arriving at item {number}.",
    "Translators: said after a message about attendance.",
    name="Dan Falk",
    number="3",
)
MIN_PERSON_LEFT = _phrase(
    "MIN_PERSON_LEFT",
    "{name} is noted as leaving after item {number}.",
    "Translators: said after a message about attendance.",
    name="Dan Falk",
    number="3",
)
MIN_ALL_PRESENT = _phrase(
    "MIN_ALL_PRESENT",
    "All members are noted as present.",
    "Translators: said after a message about attendance.",
)
MIN_WHO = _phrase(
    "MIN_WHO",
    "I do not know who “{name}” is. The attendance has: {names}.",
    "Translators: a name in a message fits nobody at the meeting.",
    name="Bo",
    names="Dan Falk og Per Bro",
)
MIN_WHO_SEVERAL = _phrase(
    "MIN_WHO_SEVERAL",
    "“{name}” fits several: {names}. Write the whole name.",
    "Translators: a name in a message fits more than one at the meeting.",
    name="Bo",
    names="Bo Lind og Bo Holm",
)
MIN_ITEM_AT = _phrase(
    "MIN_ITEM_AT",
    "Item {number} of the meeting of {body}, {day}",
    "Translators: which item of which meeting; small line.",
    number="3",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_LEFT_COUNT = _phrase(
    "MIN_LEFT_COUNT",
    "{count} item is not written yet.",
    "Translators: how much is left of the minutes.",
    plural="{count} items are not written yet.",
    count=3,
)
MIN_ALL_WRITTEN = _phrase(
    "MIN_ALL_WRITTEN",
    "All items are written.",
    "Translators: nothing is left of the minutes.",
)
MIN_NOT_WRITTEN = _phrase(
    "MIN_NOT_WRITTEN",
    "Not written yet",
    "Translators: in the place of a decision.",
)
MIN_DECISION = _phrase(
    "MIN_DECISION",
    "Decision",
    "Translators: label above a decision.",
)
MIN_QUICK_APPROVED = _phrase(
    "MIN_QUICK_APPROVED",
    "Approved as recommended",
    "Translators: button: records this decision at once.",
)
MIN_QUICK_PLAIN = _phrase(
    "MIN_QUICK_PLAIN",
    "Approved",
    "Translators: button: records this decision at once.",
)
MIN_QUICK_NOTED = _phrase(
    "MIN_QUICK_NOTED",
    "Noted",
    "Translators: button: records this decision at once.",
)
MIN_QUICK_DISCUSSED = _phrase(
    "MIN_QUICK_DISCUSSED",
    "Discussed",
    "Translators: button: records this decision at once.",
)
MIN_QUICK_NONE = _phrase(
    "MIN_QUICK_NONE",
    "Nothing to note",
    "Translators: button on any other business.",
)
MIN_CLASS = _phrase(
    "MIN_CLASS",
    "What came of it",
    "Translators: label of the choice of classes.",
)
MIN_TEXT = _phrase(
    "MIN_TEXT",
    "Wording of the decision",
    "Translators: label of a text field.",
)
MIN_TEXT_HINT = _phrase(
    "MIN_TEXT_HINT",
    "Leave it empty to use the usual wording",
    "Translators: placeholder of that field.",
)
MIN_DISSENT = _phrase(
    "MIN_DISSENT",
    "Dissent or reservation",
    "Translators: label of a text field.",
)
MIN_OUT = _phrase(
    "MIN_OUT",
    "Did not take part because of disqualification",
    "Translators: label of a choice among those present.",
)
MIN_POSTPONED_TO = _phrase(
    "MIN_POSTPONED_TO",
    "Postponed to",
    "Translators: label of a choice of meetings.",
)
MIN_NO_MEETING = _phrase(
    "MIN_NO_MEETING",
    "No meeting chosen yet",
    "Translators: choice of no meeting.",
)
MIN_RESPONSIBLE = _phrase(
    "MIN_RESPONSIBLE",
    "Responsible for what follows",
    "Translators: label of a text field.",
)
MIN_DUE = _phrase(
    "MIN_DUE",
    "Deadline for what follows",
    "Translators: label of a text field: a date as people write it.",
)
MIN_DUE_HINT = _phrase(
    "MIN_DUE_HINT",
    "For instance 1 February",
    "Translators: placeholder of that field.",
)
MIN_PUBLISHABLE = _phrase(
    "MIN_PUBLISHABLE",
    "Wording for the open edition",
    "Translators: label of a text field, on closed items.",
)
MIN_PUBLISHABLE_NOTE = _phrase(
    "MIN_PUBLISHABLE_NOTE",
    "The item is closed. Only this wording and the neutral title are open to others.",
    "Translators: below that field.",
)
MIN_PUBLISHABLE_NO_TITLE = _phrase(
    "MIN_PUBLISHABLE_NO_TITLE",
    "The item is closed and has no neutral title, so others do not see that it exists. Give it "
    "a neutral title before a wording can be published.",
    "Translators: in the place of that field.",
)
MIN_BUTTON_SAVE = _phrase(
    "MIN_BUTTON_SAVE",
    "Save",
    "Translators: button on an item of the minutes.",
)
MIN_BUTTON_MORE = _phrase(
    "MIN_BUTTON_MORE",
    "More fields",
    "Translators: button: shows dissent, disqualification, responsible and deadline.",
)
MIN_BUTTON_NEXT = _phrase(
    "MIN_BUTTON_NEXT",
    "Next item",
    "Translators: button.",
)
MIN_BUTTON_BACK = _phrase(
    "MIN_BUTTON_BACK",
    "Previous item",
    "Translators: button.",
)
MIN_BUTTON_OVERVIEW = _phrase(
    "MIN_BUTTON_OVERVIEW",
    "Overview",
    "Translators: button.",
)
MIN_BUTTON_ATTENDANCE = _phrase(
    "MIN_BUTTON_ATTENDANCE",
    "Attendance",
    "Translators: button.",
)
MIN_BUTTON_GO_ON = _phrase(
    "MIN_BUTTON_GO_ON",
    "Go on with item {number}",
    "Translators: button.",
    number="3",
)
MIN_BUTTON_REVIEW = _phrase(
    "MIN_BUTTON_REVIEW",
    "Send for review",
    "Translators: button.",
)
MIN_SAVED = _phrase(
    "MIN_SAVED",
    "Item {number} is written: {text}",
    "Translators: said when a decision was recorded.",
    number="3",
    text="Godkendt som indstillet.",
)
MIN_SAVED_FIELDS = _phrase(
    "MIN_SAVED_FIELDS",
    "Item {number}: {what} is saved.",
    "Translators: said when something beside a decision was saved.",
    number="3",
    what="ansvarlig",
)
MIN_SAVED_OUT = _phrase(
    "MIN_SAVED_OUT",
    "{name} is noted as not taking part in item {number} because of disqualification.",
    "Translators: said when somebody did not take part in an item.",
    name="Dan Falk",
    number="3",
)
MIN_WORDS_NEEDED = _phrase(
    "MIN_WORDS_NEEDED",
    "Write the wording of the decision: “{cls}” says too little by itself.",
    "Translators: a class that needs words was chosen without any.",
    cls="Bemyndiget",
)
MIN_CLASS_NEEDED = _phrase(
    "MIN_CLASS_NEEDED",
    "Choose what came of it, or write the wording.",
    "Translators: nothing was filled in.",
)
MIN_DUE_UNKNOWN = _phrase(
    "MIN_DUE_UNKNOWN",
    "I could not read “{text}” as a date. Write for instance 1 February 2027.",
    "Translators: the deadline was not understood.",
    text="snart",
)
MIN_TO_UNKNOWN = _phrase(
    "MIN_TO_UNKNOWN",
    "{body} has no coming meeting on {date}. Choose one of the coming meetings.",
    "Translators: an item was to be postponed to a day without a meeting.",
    body="Direktionen",
    date="4. december 2026",
)
MIN_POSTPONED_OPEN = _phrase(
    "MIN_POSTPONED_OPEN",
    "No meeting is chosen. It is offered for the next agenda.",
    "Translators: said of a postponed item.",
)
MIN_POSTPONED_DONE = _phrase(
    "MIN_POSTPONED_DONE",
    "The item goes to the meeting on {date} with its history.",
    "Translators: said of a postponed item.",
    date="17. december 2026",
)
MIN_NO_SUCH_ITEM = _phrase(
    "MIN_NO_SUCH_ITEM",
    "There is no item {number} on this agenda.",
    "Translators: a number in a message.",
    number="9",
)
MIN_NO_ITEM_AT_HAND = _phrase(
    "MIN_NO_ITEM_AT_HAND",
    "Which item do you mean? Write for instance “item 3: approved as recommended”.",
    "Translators: no item is shown.",
)
MIN_NOT_CLOSED = _phrase(
    "MIN_NOT_CLOSED",
    "Item {number} is open, so its decision is published as it stands.",
    "Translators: a wording for the open edition was given for an open item.",
    number="3",
)
MIN_CLASS_APPROVED = _phrase(
    "MIN_CLASS_APPROVED",
    "Approved",
    "Translators: class of decision.",
)
MIN_CLASS_CHANGED = _phrase(
    "MIN_CLASS_CHANGED",
    "Approved with changes",
    "Translators: class of decision.",
)
MIN_CLASS_RECOMMENDED = _phrase(
    "MIN_CLASS_RECOMMENDED",
    "Recommended to another body",
    "Translators: class of decision: another body decides.",
)
MIN_CLASS_DISCUSSED = _phrase(
    "MIN_CLASS_DISCUSSED",
    "Discussed, nothing decided",
    "Translators: class of decision.",
)
MIN_CLASS_NOTED = _phrase(
    "MIN_CLASS_NOTED",
    "Noted",
    "Translators: class of decision.",
)
MIN_CLASS_BRIEFED = _phrase(
    "MIN_CLASS_BRIEFED",
    "Briefing given",
    "Translators: class of decision.",
)
MIN_CLASS_POSTPONED = _phrase(
    "MIN_CLASS_POSTPONED",
    "Postponed",
    "Translators: class of decision.",
)
MIN_CLASS_REFERRED = _phrase(
    "MIN_CLASS_REFERRED",
    "Referred or sent back",
    "Translators: class of decision.",
)
MIN_CLASS_REJECTED = _phrase(
    "MIN_CLASS_REJECTED",
    "Rejected",
    "Translators: class of decision.",
)
MIN_CLASS_WITHDRAWN = _phrase(
    "MIN_CLASS_WITHDRAWN",
    "Taken off the agenda",
    "Translators: class of decision.",
)
MIN_CLASS_DELEGATED = _phrase(
    "MIN_CLASS_DELEGATED",
    "Somebody is authorised",
    "Translators: class of decision.",
)
MIN_CLASS_WORDED = _phrase(
    "MIN_CLASS_WORDED",
    "As the wording says",
    "Translators: class of decision: none of the others.",
)
MIN_WHICH = _phrase(
    "MIN_WHICH",
    "Which meeting?",
    "Translators: heading above a choice of meetings.",
)
MIN_NONE = _phrase(
    "MIN_NONE",
    "There is no meeting with a published agenda to write minutes of.",
    "Translators: a secretary wants to write minutes.",
)
MIN_NONE_ON = _phrase(
    "MIN_NONE_ON",
    "{body} has no meeting on {date}.",
    "Translators: a secretary wants to write minutes of a day.",
    body="Direktionen",
    date="4. december 2026",
)
MIN_NONE_DAY = _phrase(
    "MIN_NONE_DAY",
    "Your bodies have no meeting on {date}.",
    "Translators: a secretary wants to write minutes of a day.",
    date="4. december 2026",
)
MIN_NOT_PUBLISHED = _phrase(
    "MIN_NOT_PUBLISHED",
    "The agenda of the meeting of {body}, {day}, is not published yet. Lock it and publish it "
    "first; then the minutes can be written.",
    "Translators: minutes cannot be begun.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_IN_REVIEW = _phrase(
    "MIN_IN_REVIEW",
    "The minutes are in review. Take them back to change something; approvals given so far are then void.",
    "Translators: something cannot be done now.",
)
MIN_IS_FINAL = _phrase(
    "MIN_IS_FINAL",
    "The minutes are final and locked. To change something, make a corrected version with a reason.",
    "Translators: something cannot be done now.",
)
MIN_NOT_IN_REVIEW = _phrase(
    "MIN_NOT_IN_REVIEW",
    "The minutes are still being written and have not been sent for review. Send them first.",
    "Translators: something cannot be done now.",
)
MIN_NOT_FINAL = _phrase(
    "MIN_NOT_FINAL",
    "The minutes are not final yet, so they can be changed as they are.",
    "Translators: a correction is asked for too early.",
)
MIN_WRONG = _phrase(
    "MIN_WRONG",
    "That could not be saved. Check the fields.",
    "Translators: a value that cannot be.",
)
MIN_REASON_NEEDED = _phrase(
    "MIN_REASON_NEEDED",
    "Write a reason.",
    "Translators: a reason is needed.",
)
MIN_UNDECIDED = _phrase(
    "MIN_UNDECIDED",
    "Nothing was sent: items without a decision: {numbers}.",
    "Translators: minutes cannot be sent for review; numbers of items.",
    numbers="3 og 5",
)
MIN_STALE = _phrase(
    "MIN_STALE",
    "Nothing was saved, because {what} Look at it as it is now and try again.",
    "Translators: somebody was faster; what is a sentence.",
    what="Finn Holm skrev en beslutning kl. 9.30.",
)
MIN_STALE_DECIDE = _phrase(
    "MIN_STALE_DECIDE",
    "{name} recorded a decision at {time}.",
    "Translators: what somebody did meanwhile; inside a sentence.",
    name="Finn Holm",
    time="9.30",
)
MIN_STALE_ATTEND = _phrase(
    "MIN_STALE_ATTEND",
    "{name} changed the attendance at {time}.",
    "Translators: what somebody did meanwhile; inside a sentence.",
    name="Finn Holm",
    time="9.30",
)
MIN_STALE_OTHER = _phrase(
    "MIN_STALE_OTHER",
    "{name} changed the minutes at {time}.",
    "Translators: what somebody did meanwhile; inside a sentence.",
    name="Finn Holm",
    time="9.30",
)
MIN_SOMEBODY = _phrase(
    "MIN_SOMEBODY",
    "somebody",
    "Translators: in the place of a name.",
)

# Minutes: review, approval, the final version and corrections.
MIN_SENT = _phrase(
    "MIN_SENT",
    "The minutes are sent to {count} member for review.",
    "Translators: said when minutes were sent for review.",
    plural="The minutes are sent to {count} members for review.",
    count=3,
)
MIN_SENT_NOBODY = _phrase(
    "MIN_SENT_NOBODY",
    "The minutes are in review. The body has no members that I can send them to.",
    "Translators: said when minutes were sent for review and nobody hears of it.",
)
MIN_APPROVED_BY = _phrase(
    "MIN_APPROVED_BY",
    "Approved by {names}",
    "Translators: who has approved the minutes.",
    names="Dan Falk og Per Bro",
)
MIN_WAITING_FOR = _phrase(
    "MIN_WAITING_FOR",
    "Not approved yet by {names}",
    "Translators: who has not approved the minutes.",
    names="Dan Falk og Per Bro",
)
MIN_ALL_APPROVED = _phrase(
    "MIN_ALL_APPROVED",
    "All members who took part have approved.",
    "Translators: nobody is missing.",
)
MIN_REMARKS = _phrase(
    "MIN_REMARKS",
    "{count} remark",
    "Translators: heading above remarks on minutes in review.",
    plural="{count} remarks",
    count=2,
)
MIN_REMARK_ITEM = _phrase(
    "MIN_REMARK_ITEM",
    "{name} on item {number}",
    "Translators: who made a remark on an item.",
    name="Dan Falk",
    number="3",
)
MIN_REMARK_WHOLE = _phrase(
    "MIN_REMARK_WHOLE",
    "{name} on the minutes as a whole",
    "Translators: who made a remark.",
    name="Dan Falk",
)
MIN_REMARK_SETTLED = _phrase(
    "MIN_REMARK_SETTLED",
    "Settled",
    "Translators: mark of a remark that was dealt with.",
)
MIN_BUTTON_SETTLE = _phrase(
    "MIN_BUTTON_SETTLE",
    "Mark as settled",
    "Translators: button on a remark.",
)
MIN_BUTTON_REOPEN = _phrase(
    "MIN_BUTTON_REOPEN",
    "Take back and change",
    "Translators: button: minutes in review become a draft again.",
)
MIN_BUTTON_FINISH = _phrase(
    "MIN_BUTTON_FINISH",
    "Make final",
    "Translators: button: minutes are locked.",
)
MIN_BUTTON_FINISH_ANYWAY = _phrase(
    "MIN_BUTTON_FINISH_ANYWAY",
    "Make final anyway",
    "Translators: button: minutes are locked although somebody has not approved.",
)
MIN_FINISH_ASK = _phrase(
    "MIN_FINISH_ASK",
    "Not approved yet by {names}. Do you want to make the minutes final anyway?",
    "Translators: asked once before minutes are made final.",
    names="Dan Falk og Per Bro",
)
MIN_FINISH_REMARKS = _phrase(
    "MIN_FINISH_REMARKS",
    "{count} remark is not settled.",
    "Translators: below that question.",
    plural="{count} remarks are not settled.",
    count=2,
)
MIN_FINISHED = _phrase(
    "MIN_FINISHED",
    "The minutes of the meeting of {body}, {day}, are final and locked.",
    "Translators: said when minutes were made final.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_REOPENED = _phrase(
    "MIN_REOPENED",
    "The minutes are a draft again. Approvals given so far are void.",
    "Translators: said when minutes were taken back.",
)
MIN_SETTLED = _phrase(
    "MIN_SETTLED",
    "The remark by {name} is marked as settled.",
    "Translators: said when a remark was dealt with.",
    name="Dan Falk",
)
MIN_BUTTON_APPROVE = _phrase(
    "MIN_BUTTON_APPROVE",
    "Approve the minutes",
    "Translators: button of a member.",
)
MIN_BUTTON_READ = _phrase(
    "MIN_BUTTON_READ",
    "Read the minutes",
    "Translators: button in a notice.",
)
MIN_YOU_APPROVED = _phrase(
    "MIN_YOU_APPROVED",
    "You have approved the minutes of the meeting of {body}, {day}.",
    "Translators: said to a member.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_READ_ASK = _phrase(
    "MIN_READ_ASK",
    "Look through the minutes, and approve them or write a remark. Choose an item to remark on it.",
    "Translators: said to a member who looks minutes through.",
)
MIN_REMARK_FIELD = _phrase(
    "MIN_REMARK_FIELD",
    "Your remark to the secretary",
    "Translators: label of a text field.",
)
MIN_BUTTON_REMARK = _phrase(
    "MIN_BUTTON_REMARK",
    "Send remark",
    "Translators: button.",
)
MIN_BUTTON_REMARK_WHOLE = _phrase(
    "MIN_BUTTON_REMARK_WHOLE",
    "Write a remark",
    "Translators: button: a remark on the whole.",
)
MIN_REMARKED = _phrase(
    "MIN_REMARKED",
    "Your remark is sent to the secretary.",
    "Translators: said to a member.",
)
MIN_REMARK_NEEDED = _phrase(
    "MIN_REMARK_NEEDED",
    "Write your remark first.",
    "Translators: nothing was filled in.",
)
MIN_REMARKS_CLOSED = _phrase(
    "MIN_REMARKS_CLOSED",
    "The minutes are not in review now, so remarks and approvals are not taken.",
    "Translators: a member is too early or too late.",
)
MIN_NOT_MEMBER = _phrase(
    "MIN_NOT_MEMBER",
    "Only members of {body} approve its minutes.",
    "Translators: somebody else wants to approve.",
    body="Direktionen",
)
MIN_CORRECT_ASK = _phrase(
    "MIN_CORRECT_ASK",
    "What is to be corrected, and why?",
    "Translators: heading: a reason is asked for.",
)
MIN_CORRECT_FIELD = _phrase(
    "MIN_CORRECT_FIELD",
    "Reason, which will stand in the corrected version",
    "Translators: label of a text field.",
)
MIN_BUTTON_CORRECT = _phrase(
    "MIN_BUTTON_CORRECT",
    "Correct the minutes",
    "Translators: button.",
)
MIN_BUTTON_CORRECT_DO = _phrase(
    "MIN_BUTTON_CORRECT_DO",
    "Make a corrected version",
    "Translators: button.",
)
MIN_CORRECTING = _phrase(
    "MIN_CORRECTING",
    "A corrected version is begun (version {number}). The final minutes stay as they were until it is final.",
    "Translators: said when a correction was begun.",
    number="2",
)
MIN_CORRECTED_BECAUSE = _phrase(
    "MIN_CORRECTED_BECAUSE",
    "Corrected version {number}, because: {reason}",
    "Translators: line on corrected minutes.",
    number="2",
    reason="Forkert dato på punkt 3.",
)
MIN_CORRECTED = _phrase(
    "MIN_CORRECTED",
    "Corrected version {number}",
    "Translators: line on corrected minutes, without the reason.",
    number="2",
)
MIN_NEWS_REVIEW = _phrase(
    "MIN_NEWS_REVIEW",
    "The minutes of the meeting of {body}, {day}, are ready for you to look through.",
    "Translators: notice to a member.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_NEWS_FINAL = _phrase(
    "MIN_NEWS_FINAL",
    "The minutes of the meeting of {body}, {day}, are final.",
    "Translators: notice in a channel.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
)
MIN_NEWS_CORRECTED = _phrase(
    "MIN_NEWS_CORRECTED",
    "The minutes of the meeting of {body}, {day}, are corrected. This is version {number}.",
    "Translators: notice in a channel.",
    body="Direktionen",
    day="torsdag den 3. december 2026",
    number="2",
)
MIN_NO_OPEN = _phrase(
    "MIN_NO_OPEN",
    "Its items are not open to everyone here.",
    "Translators: notice in a channel about minutes without open items.",
)
MIN_MORE_ITEMS = _phrase(
    "MIN_MORE_ITEMS",
    "{count} more item is in the minutes.",
    "Translators: below a list that was cut.",
    plural="{count} more items are in the minutes.",
    count=2,
)
MIN_UNFINISHED = _phrase(
    "MIN_UNFINISHED",
    "{count} item is postponed without a meeting. Which meeting shall it go to?",
    "Translators: question below minutes: items for the next agenda.",
    plural="{count} items are postponed without a meeting. Which meeting shall they go to?",
    count=2,
)
MIN_BUTTON_CARRY = _phrase(
    "MIN_BUTTON_CARRY",
    "Move to {date}",
    "Translators: button: unfinished items go to that meeting.",
    date="17. december 2026",
)
MIN_CARRIED = _phrase(
    "MIN_CARRIED",
    "{count} item goes to the meeting on {date} with its history.",
    "Translators: said when unfinished items were moved.",
    plural="{count} items go to the meeting on {date} with their history.",
    count=2,
    date="17. december 2026",
)
MIN_BUTTON_REST = _phrase(
    "MIN_BUTTON_REST",
    "The rest were not reached",
    "Translators: button: all items without a decision are postponed.",
)
MIN_REST_DONE = _phrase(
    "MIN_REST_DONE",
    "{count} item is noted as not reached and postponed.",
    "Translators: said after that button.",
    plural="{count} items are noted as not reached and postponed.",
    count=2,
)
MIN_BUTTON_FOLLOW = _phrase(
    "MIN_BUTTON_FOLLOW",
    "Make a follow-up of item {number}",
    "Translators: button: somebody is responsible for what follows.",
    number="3",
)
MIN_FOLLOWED = _phrase(
    "MIN_FOLLOWED",
    "A follow-up is made: {title}. Responsible: {name}.",
    "Translators: said when a follow-up was made.",
    title="Nyt tag",
    name="Bo Lind",
)
MIN_FOLLOWED_DUE = _phrase(
    "MIN_FOLLOWED_DUE",
    "A follow-up is made: {title}. Responsible: {name}. Deadline: {date}.",
    "Translators: said when a follow-up was made.",
    title="Nyt tag",
    name="Bo Lind",
    date="1. februar 2027",
)
MIN_FOLLOWED_NOBODY = _phrase(
    "MIN_FOLLOWED_NOBODY",
    "nobody named",
    "Translators: in the place of a name.",
)
MIN_IS_DRAFT = _phrase(
    "MIN_IS_DRAFT",
    "This stands in a draft of the minutes, which is not final yet.",
    "Translators: remark on an answer that was drawn from draft minutes.",
)
MIN_ROW_RESPONSIBLE = _phrase(
    "MIN_ROW_RESPONSIBLE",
    "Responsible",
    "Translators: label of a line.",
)
MIN_ROW_DUE = _phrase(
    "MIN_ROW_DUE",
    "Deadline",
    "Translators: label of a line.",
)
MIN_ROW_OUT = _phrase(
    "MIN_ROW_OUT",
    "Did not take part (disqualified)",
    "Translators: label of a line.",
)
MIN_ROW_DISSENT = _phrase(
    "MIN_ROW_DISSENT",
    "Dissent",
    "Translators: label of a line.",
)
MIN_ROW_PUBLIC = _phrase(
    "MIN_ROW_PUBLIC",
    "Open wording",
    "Translators: label of a line.",
)
MIN_ROW_TO = _phrase(
    "MIN_ROW_TO",
    "Postponed to",
    "Translators: label of a line.",
)
MIN_ROW_THERE = _phrase(
    "MIN_ROW_THERE",
    "Present",
    "Translators: label of a line.",
)
MIN_ROW_ABSENT = _phrase(
    "MIN_ROW_ABSENT",
    "Absent",
    "Translators: label of a line.",
)
MIN_ASK_LEFT = _phrase(
    "MIN_ASK_LEFT",
    "What is left?",
    "Translators: suggestion: what is not written yet.",
)
MIN_ASK_NEXT = _phrase(
    "MIN_ASK_NEXT",
    "Next item",
    "Translators: suggestion: the next item of the minutes.",
)

# Minutes: what was saved.
MIN_WHAT_BESIDE = _phrase(
    "MIN_WHAT_BESIDE",
    "what belongs to the decision",
    "Translators: inside “Item 3: … is saved.”, when several fields were saved.",
)
MIN_WHAT_RESPONSIBLE = _phrase(
    "MIN_WHAT_RESPONSIBLE",
    "who is responsible",
    "Translators: inside “Item 3: … is saved.”",
)
MIN_WHAT_DUE = _phrase(
    "MIN_WHAT_DUE",
    "the deadline",
    "Translators: inside “Item 3: … is saved.”",
)
MIN_WHAT_DISSENT = _phrase(
    "MIN_WHAT_DISSENT",
    "the dissent",
    "Translators: inside “Item 3: … is saved.”",
)
MIN_WHAT_PUBLIC = _phrase(
    "MIN_WHAT_PUBLIC",
    "the wording for the open edition",
    "Translators: inside “Item 3: … is saved.”",
)
MIN_TO_NEEDED = _phrase(
    "MIN_TO_NEEDED",
    "Choose the meeting that the item is postponed to, or leave it open.",
    "Translators: asked when an item is postponed.",
)
COURSE_STEPS = _phrase(
    "COURSE_STEPS",
    "On its way to the meeting",
    "Translators: heading above the steps of an agenda item in the course of a case, for those who take part in it.",
)
