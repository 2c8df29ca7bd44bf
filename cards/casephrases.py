"""What people read while they register an agenda item, named, in English; the Danish is in da.casephrases.po."""

from __future__ import annotations

from datetime import date, time

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

# Inputs of the wizard that registers an item.
FIELD_AGAIN = _phrase("FIELD_AGAIN", "Please look at this field again.", "Translators: message below an input.")
CHOOSE_ONE = _phrase("CHOOSE_ONE", "Choose", "Translators: shown in a choice before anything is chosen.")
LABEL_REPLACE = _phrase(
    "LABEL_REPLACE",
    "New text for {label}",
    ("Translators: label of an empty input: what is written here replaces a long text that is quoted above."),
    label="=FIELD_DESCRIPTION",
)
TEXT_KEPT = _phrase(
    "TEXT_KEPT",
    ("{label} is {count} characters long, and is saved. It begins like this. Leave the field empty to keep it."),
    "Translators: above the beginning of a long text.",
    plural=("{label} is {count} characters long, and is saved. It begins like this. Leave the field empty to keep it."),
    label="=FIELD_DESCRIPTION",
    count=12345,
)
TYPED_CUT = _phrase(
    "TYPED_CUT",
    "The text is too long for a card. The first {count} characters stand here.",
    "Translators: above what was typed and is too long.",
    plural="The text is too long for a card. The first {count} characters stand here.",
    count=1800,
)
FIELD_PLACE_MEETING = _phrase(
    "FIELD_PLACE_MEETING", "Body and meeting", "Translators: label of a choice: where the item shall be treated."
)
FIELD_TITLE = _phrase("FIELD_TITLE", "Title", "Translators: label of an input.")
HINT_TITLE = _phrase("HINT_TITLE", "What the item is about, in one line", "Translators: in an empty input.")
FIELD_CASE_NUMBER = _phrase("FIELD_CASE_NUMBER", "Case number, if the case has one", "Translators: label of an input.")
FIELD_CASE_NUMBER_SHORT = _phrase("FIELD_CASE_NUMBER_SHORT", "Case number", "Translators: label before a case number.")
HINT_CASE_NUMBER = _phrase("HINT_CASE_NUMBER", "For instance 26/1234", "Translators: in an empty input.")
FIELD_TYPE = _phrase(
    "FIELD_TYPE", "What is the meeting to do?", "Translators: label of a choice: decide, be briefed, discuss."
)
FIELD_TYPE_SHORT = _phrase("FIELD_TYPE_SHORT", "Kind", "Translators: label before: decision, briefing or discussion.")
FIELD_DESCRIPTION = _phrase(
    "FIELD_DESCRIPTION", "Case description", "Translators: label of an input, and heading above the text."
)
HINT_DESCRIPTION = _phrase("HINT_DESCRIPTION", "What the members need to know", "Translators: in an empty input.")
FIELD_FINANCE = _phrase(
    "FIELD_FINANCE", "Financial consequences", "Translators: label of an input, and heading above the text."
)
HINT_FINANCE = _phrase(
    "HINT_FINANCE", "What it costs or saves, and where the money comes from", "Translators: in an empty input."
)
FIELD_ASSESSMENT = _phrase(
    "FIELD_ASSESSMENT", "Assessment", "Translators: label of an input, and heading above the text."
)
HINT_ASSESSMENT = _phrase("HINT_ASSESSMENT", "What the administration thinks of it", "Translators: in an empty input.")
FIELD_RECOMMENDATIONS = _phrase(
    "FIELD_RECOMMENDATIONS", "Recommendations", "Translators: heading above the recommendations."
)
FIELD_RECOMMENDATIONS_INPUT = _phrase(
    "FIELD_RECOMMENDATIONS_INPUT", "Recommendations, one on each line", "Translators: label of an input."
)
HINT_RECOMMENDATIONS = _phrase(
    "HINT_RECOMMENDATIONS", "1. that the board approves …", "Translators: in an empty input."
)
FIELD_ACCESS_ITEM = _phrase("FIELD_ACCESS_ITEM", "Open or closed", "Translators: label of a choice.")
FIELD_ACCESS_SHORT = _phrase("FIELD_ACCESS_SHORT", "Access", "Translators: label before: open or closed.")
ACCESS_OPEN_ITEM = _phrase(
    "ACCESS_OPEN_ITEM", "Open: every employee can read it once the agenda is published", "Translators: choice."
)
ACCESS_CLOSED_ITEM = _phrase(
    "ACCESS_CLOSED_ITEM", "Closed: only the body's members and its secretary can read it", "Translators: choice."
)
FIELD_CLOSED_REASON = _phrase("FIELD_CLOSED_REASON", "Reason, if it is closed", "Translators: label of a choice.")
FIELD_CLOSED_NOTE = _phrase("FIELD_CLOSED_NOTE", "If it is another reason: which?", "Translators: label of an input.")
REASON_PERSONAL = _phrase("REASON_PERSONAL", "a person's private matters", "Translators: why an item is closed.")
REASON_CONTRACT = _phrase("REASON_CONTRACT", "tenders or terms of a contract", "Translators: why an item is closed.")
REASON_PROPERTY = _phrase("REASON_PROPERTY", "buying or selling property", "Translators: why an item is closed.")
REASON_NEGOTIATION = _phrase("REASON_NEGOTIATION", "negotiations", "Translators: why an item is closed.")
REASON_SECURITY = _phrase("REASON_SECURITY", "security", "Translators: why an item is closed.")
REASON_ANOTHER = _phrase("REASON_ANOTHER", "another reason", "Translators: why an item is closed.")
FIELD_PRESENTER = _phrase(
    "FIELD_PRESENTER", "Presenter", "Translators: label of an input: who presents the item at the meeting."
)
FIELD_RESPONSIBLE = _phrase(
    "FIELD_RESPONSIBLE", "Responsible", "Translators: label of an input: who is responsible for the case."
)
FIELD_MINUTES_ITEM = _phrase("FIELD_MINUTES_ITEM", "Time needed, in minutes", "Translators: label of an input.")
FIELD_MINUTES_SHORT = _phrase("FIELD_MINUTES_SHORT", "Time", "Translators: label before: 20 minutes.")
MINUTES_LONG = _phrase(
    "MINUTES_LONG",
    "{count} minute",
    "Translators: how long an item is expected to take.",
    plural="{count} minutes",
    count=20,
)
FIELD_LATE_REASON = _phrase(
    "FIELD_LATE_REASON", "Why does it come after the deadline?", "Translators: label of an input."
)
FIELD_LATE_SHORT = _phrase("FIELD_LATE_SHORT", "Late because", "Translators: label before a reason.")
FIELD_COMMENT = _phrase("FIELD_COMMENT", "A word to the secretary, if you like", "Translators: label of an input.")
ROW_MEETING = _phrase("ROW_MEETING", "Meeting", "Translators: label before body and day.")

# What cannot be taken. Stands above the field.
FAULT_LONG = _phrase(
    "FAULT_LONG",
    "That is {length} characters. There is room for {count}.",
    "Translators: a text is too long.",
    plural="That is {length} characters. There is room for {count}.",
    length=612,
    count=500,
)
FAULT_MANY = _phrase(
    "FAULT_MANY",
    "There is room for {count} recommendation.",
    "Translators: too many recommendations.",
    plural="There is room for {count} recommendations.",
    count=30,
)
FAULT_PLACE = _phrase(
    "FAULT_PLACE",
    "That meeting is not among those you can choose. Choose another one.",
    "Translators: a meeting that is gone, or never was.",
)
FAULT_PAST = _phrase(
    "FAULT_PAST", "That meeting has been held. Choose another one.", "Translators: a meeting in the past."
)
FAULT_NOT_YOURS = _phrase(
    "FAULT_NOT_YOURS",
    "You cannot submit items to that body.",
    "Translators: a body that only its members may submit to.",
)
FAULT_MINUTES = _phrase(
    "FAULT_MINUTES", "Write a number of minutes from 1 to {most}.", "Translators: message below an input.", most=600
)
FAULT_CHOICE = _phrase(
    "FAULT_CHOICE", "Choose one of those shown.", "Translators: a choice came back that was not offered."
)
FAULT_FIELD = _phrase(
    "FAULT_FIELD", "This cannot be taken. Please look at it again.", "Translators: a value that cannot be."
)
FAULT_LATE = _phrase(
    "FAULT_LATE",
    "The deadline has passed. Write why the item cannot wait, so that the secretary can decide.",
    "Translators: the reason for being late is missing.",
)
FAULT_CPR = _phrase(
    "FAULT_CPR",
    ("A personal ID number (CPR) stood here. I have hidden it and it is not saved. Write it without the number."),
    "Translators: above a field that held a personal ID number.",
)
FAULTS_COUNT = _phrase(
    "FAULTS_COUNT",
    "{count} field could not be saved. The rest is saved.",
    "Translators: at the top of a step that is shown again.",
    plural="{count} fields could not be saved. The rest is saved.",
    count=2,
)

# Where an item goes.
UNTITLED = _phrase(
    "UNTITLED", "the draft without a title", "Translators: an item that has no title yet, inside a sentence."
)
UNTITLED_BEGINS = _phrase(
    "UNTITLED_BEGINS", "Draft without a title", "Translators: an item that has no title yet, as a heading."
)
NO_MEETING_YET = _phrase(
    "NO_MEETING_YET", "{body}, no meeting chosen yet", "Translators: where an item goes.", body="Direktionen"
)
NO_PLACE_YET = _phrase("NO_PLACE_YET", "No meeting chosen yet", "Translators: where an item goes.")
SHORT_MOMENT = _phrase(
    "SHORT_MOMENT", "{date} at {time}", "Translators: a deadline in a choice.", date=date(2026, 11, 25), time=time(12)
)
CHOICE_DEADLINE = _phrase(
    "CHOICE_DEADLINE",
    "{meeting} (deadline {date})",
    "Translators: a meeting in a choice.",
    meeting="Direktionen, torsdag den 3. december 2026",
    date="=SHORT_MOMENT",
)
CHOICE_PAST = _phrase(
    "CHOICE_PAST",
    "{meeting} (the deadline passed on {date})",
    "Translators: a meeting in a choice.",
    meeting="Direktionen, torsdag den 3. december 2026",
    date="=SHORT_MOMENT",
)
CHOICE_NO_MEETING = _phrase(
    "CHOICE_NO_MEETING",
    "{body}, no meeting planned yet",
    "Translators: a body in a choice of meetings.",
    body="Lederforum",
)
NOWHERE = _phrase(
    "NOWHERE",
    "You cannot submit items to any body yet. Ask a secretary.",
    "Translators: instead of a choice of meetings.",
)
DUE_ON = _phrase(
    "DUE_ON",
    "The deadline for this meeting is {moment}.",
    "Translators: below the choice of a meeting.",
    moment="=DAY_TIME",
)
DUE_PAST = _phrase(
    "DUE_PAST",
    ("The deadline for this meeting was {moment}. You can still submit with a reason, and the secretary decides."),
    "Translators: below the choice of a meeting.",
    moment="=DAY_TIME",
)
IS_OPEN = _phrase("IS_OPEN", "Open", "Translators: access of an item or attachment.")
IS_CLOSED = _phrase("IS_CLOSED", "Closed", "Translators: access of an item.")
IS_CLOSED_FOR = _phrase(
    "IS_CLOSED_FOR", "Closed: {reason}", "Translators: access of an item.", reason="=REASON_PERSONAL"
)

# The steps.
STEP_HEAD = _phrase(
    "STEP_HEAD",
    "Agenda item, step {number} of {count}: {step}",
    "Translators: heading of the wizard.",
    number=2,
    count=5,
    step="=STEP_MATTER",
)
STEP_WHERE = _phrase("STEP_WHERE", "meeting and title", "Translators: name of a step.")
STEP_MATTER = _phrase("STEP_MATTER", "the case", "Translators: name of a step.")
STEP_PROPOSAL = _phrase("STEP_PROPOSAL", "recommendation", "Translators: name of a step.")
STEP_FILES = _phrase("STEP_FILES", "attachments", "Translators: name of a step.")
STEP_REVIEW = _phrase("STEP_REVIEW", "read through and submit", "Translators: name of a step.")
WORDS_WHERE = _phrase(
    "WORDS_WHERE",
    ("You can also write, for instance “title: New school structure” or “move to the meeting on 3 December”."),
    "Translators: at the foot of a step.",
)
WORDS_MATTER = _phrase(
    "WORDS_MATTER",
    "You can also write, for instance “background: …” or “finance: …”.",
    "Translators: at the foot of a step.",
)
WORDS_PROPOSAL = _phrase(
    "WORDS_PROPOSAL",
    (
        "You can also write, for instance “recommendation: 1. … 2. …”, “20 minutes” or “closed"
        " because it is a personnel case”."
    ),
    "Translators: at the foot of a step.",
)
REVIEW_INTRO = _phrase("REVIEW_INTRO", "This is how the members will read the item.", "Translators: above the item.")
BUTTON_NEXT = _phrase("BUTTON_NEXT", "Next", "Translators: button: on to the next step; what was typed is saved.")
BUTTON_REVIEW_ITEM = _phrase("BUTTON_REVIEW_ITEM", "Read it through", "Translators: button: on to the last step.")
BUTTON_BACK = _phrase("BUTTON_BACK", "Back", "Translators: button: to the step before; what was typed is saved.")
BUTTON_LATER = _phrase("BUTTON_LATER", "Save and go on later", "Translators: button.")
BUTTON_ABANDON = _phrase("BUTTON_ABANDON", "Cancel", "Translators: button: asks whether the draft shall be deleted.")
BUTTON_SUBMIT = _phrase("BUTTON_SUBMIT", "Submit", "Translators: button.")
BUTTON_WHOLE = _phrase(
    "BUTTON_WHOLE", "Show all of: {label}", "Translators: button below a text that was cut.", label="=FIELD_DESCRIPTION"
)
BUTTON_GO_ON = _phrase("BUTTON_GO_ON", "Read on", "Translators: button: the next page of a text.")
PAGE_OF = _phrase("PAGE_OF", "Page {number} of {count}", "Translators: above a page of a long text.", number=1, count=3)
NOTHING_WRITTEN = _phrase("NOTHING_WRITTEN", "Nothing has been written here.", "Translators: a text that is empty.")

# Attachments.
FILES_NONE = _phrase("FILES_NONE", "No attachments yet.", "Translators: a draft without attachments.")
FILES_HOW = _phrase(
    "FILES_HOW",
    (
        "Send the files here in the chat, and they become attachments of this draft. PDF, "
        "Word, Excel, PowerPoint, text and pictures, up to 20 MB each."
    ),
    "Translators: how to add attachments.",
)
FILES_COUNT = _phrase(
    "FILES_COUNT",
    "{count} attachment",
    "Translators: heading above a list of files.",
    plural="{count} attachments",
    count=2,
)
FILES_MORE = _phrase(
    "FILES_MORE", "And {count} more.", "Translators: below a list of files.", plural="And {count} more.", count=3
)
FILES_SHOWN = _phrase(
    "FILES_SHOWN",
    "Attachments {first} to {last} of {count}",
    "Translators: above a page of attachments.",
    plural="Attachments {first} to {last} of {count}",
    first=1,
    last=8,
    count=12,
)
BUTTON_MORE_FILES = _phrase("BUTTON_MORE_FILES", "More attachments", "Translators: button.")
BUTTON_CLOSE_FILE = _phrase(
    "BUTTON_CLOSE_FILE", "Close {name}", "Translators: button: the attachment becomes closed.", name="notat.pdf"
)
BUTTON_OPEN_FILE = _phrase(
    "BUTTON_OPEN_FILE", "Open {name} to all", "Translators: button: the attachment becomes open.", name="notat.pdf"
)
BUTTON_REMOVE_FILE = _phrase(
    "BUTTON_REMOVE_FILE", "Remove {name}", "Translators: button: the attachment is removed.", name="notat.pdf"
)
FILE_OPEN = _phrase("FILE_OPEN", "Open", "Translators: access of an attachment.")
FILE_CLOSED = _phrase("FILE_CLOSED", "Closed", "Translators: access of an attachment.")
FILE_CPR = _phrase(
    "FILE_CPR",
    "A personal ID number (CPR) stands in this file. Send it again without the number.",
    "Translators: below the name of an attachment.",
)
KILOBYTES = _phrase("KILOBYTES", "{size} KB", "Translators: size of a file.", size=214)
MEGABYTES = _phrase("MEGABYTES", "{size} MB", "Translators: size of a file.", size=12)
FILES_ADDED = _phrase(
    "FILES_ADDED",
    "Attached to {title}: {names}.",
    "Translators: after files were sent.",
    names="“notat.pdf”",
    title="“Ny skolestruktur”",
)
FILE_ADDED_CLOSED = _phrase(
    "FILE_ADDED_CLOSED",
    "The item is closed, so its attachments are closed too.",
    "Translators: after files were sent to a closed item.",
)
FILE_TOO_LARGE = _phrase(
    "FILE_TOO_LARGE",
    "{name} was not attached: a file can be at most 20 MB.",
    "Translators: a file was refused.",
    name="“film.mp4”",
)
FILE_TYPE = _phrase(
    "FILE_TYPE",
    "{name} was not attached: I take {types}.",
    "Translators: a file was refused.",
    name="“film.mp4”",
    types="pdf, docx",
)
FILE_EMPTY = _phrase(
    "FILE_EMPTY", "{name} was not attached: the file is empty.", "Translators: a file was refused.", name="“notat.pdf”"
)
FILE_TOO_MANY = _phrase(
    "FILE_TOO_MANY",
    "{name} was not attached: an item can have at most 30 attachments.",
    "Translators: a file was refused.",
    name="“notat.pdf”",
)
FILE_NOT_TEXT = _phrase(
    "FILE_NOT_TEXT",
    "{name} was not attached: what is in it is not what its name says.",
    "Translators: a file was refused.",
    name="“notat.pdf”",
)
FILE_NOT_FETCHED = _phrase(
    "FILE_NOT_FETCHED",
    "{name} was not attached: I could not fetch the file. Send it again from Teams.",
    "Translators: a file was refused.",
    name="“notat.pdf”",
)
FILE_NOT_OURS = _phrase(
    "FILE_NOT_OURS",
    "{name} was not attached: I only fetch files from the organisation's own Teams.",
    "Translators: a file was refused: the link leads elsewhere.",
    name="“notat.pdf”",
)
FILE_REMOVED = _phrase(
    "FILE_REMOVED", "{name} has been removed.", "Translators: an attachment was removed.", name="“notat.pdf”"
)
FILE_NOW_OPEN = _phrase(
    "FILE_NOW_OPEN", "{name} is now open.", "Translators: an attachment was opened.", name="“notat.pdf”"
)
FILE_NOW_CLOSED = _phrase(
    "FILE_NOW_CLOSED", "{name} is now closed.", "Translators: an attachment was closed.", name="“notat.pdf”"
)
ATTACH_ASK = _phrase(
    "ATTACH_ASK",
    "What shall I do with {names}?",
    "Translators: a secretary with a draft open has sent files.",
    names="“notat.pdf”",
)
ATTACH_TO = _phrase(
    "ATTACH_TO",
    "You have {title} open.",
    "Translators: a secretary with a draft open has sent files.",
    title="“Ny skolestruktur”",
)
BUTTON_ATTACH = _phrase("BUTTON_ATTACH", "Attach to the draft", "Translators: button.")
BUTTON_READ_IN = _phrase("BUTTON_READ_IN", "Read in as minutes or agenda", "Translators: button.")
FILES_SOME_GONE = _phrase(
    "FILES_SOME_GONE",
    "I no longer have some of the files. Send them again.",
    "Translators: some files were sent too long ago.",
)
FILES_GONE = _phrase(
    "FILES_GONE",
    "I no longer have the file. Send it again.",
    "Translators: a button for a file that was held too long ago.",
)

# Drafts.
LABEL_DRAFTS = _phrase("LABEL_DRAFTS", "Drafts", "Translators: small heading.")
DRAFTS_COUNT = _phrase(
    "DRAFTS_COUNT",
    "You have {count} unfinished agenda item.",
    "Translators: answer to: my drafts.",
    plural="You have {count} unfinished agenda items.",
    count=2,
)
DRAFTS_NONE = _phrase("DRAFTS_NONE", "You have no unfinished agenda items.", "Translators: answer to: my drafts.")
DRAFTS_OR_NEW = _phrase(
    "DRAFTS_OR_NEW",
    "You have {count} unfinished agenda item. Do you want to go on with it, or start a new one?",
    "Translators: asked for a new item while others are unfinished.",
    plural=("You have {count} unfinished agenda items. Do you want to go on with one of them, or start a new one?"),
    count=2,
)
DRAFTS_SHOWN = _phrase(
    "DRAFTS_SHOWN",
    "The {count} changed last are shown.",
    "Translators: below a list of drafts.",
    plural="The {count} changed last are shown.",
    count=8,
)
CHANGED_LAST = _phrase("CHANGED_LAST", "Changed {moment}", "Translators: when a draft was changed.", moment="=DAY_TIME")
BUTTON_NEW = _phrase("BUTTON_NEW", "New agenda item", "Translators: button.")
BUTTON_RESUME = _phrase("BUTTON_RESUME", "Go on now", "Translators: button.")
DISCARD_ASK = _phrase(
    "DISCARD_ASK",
    "Shall I delete {title}?",
    "Translators: question before a draft is deleted.",
    title="“Ny skolestruktur”",
)
DISCARD_WHAT = _phrase(
    "DISCARD_WHAT", "Texts and attachments are deleted for good.", "Translators: what deleting a draft means."
)
BUTTON_DISCARD = _phrase("BUTTON_DISCARD", "Delete the draft", "Translators: button.")
BUTTON_KEEP = _phrase("BUTTON_KEEP", "Keep it", "Translators: button: nothing is deleted.")
DISCARDED = _phrase(
    "DISCARDED", "{title} has been deleted.", "Translators: a draft was deleted.", title="“Ny skolestruktur”"
)
SAVED_LATER = _phrase(
    "SAVED_LATER",
    "Saved: {title}",
    "Translators: heading: the draft is saved for another day.",
    title="“Ny skolestruktur”",
)
SAVED_HOW = _phrase(
    "SAVED_HOW",
    "Write “my drafts” to go on, here or on another device.",
    "Translators: the draft is saved for another day.",
)
WITHDRAW_ASK = _phrase(
    "WITHDRAW_ASK",
    "Shall I withdraw {title}?",
    "Translators: question before an item is withdrawn.",
    title="“Ny skolestruktur”",
)
WITHDRAW_WHAT = _phrase(
    "WITHDRAW_WHAT",
    "It will then not be treated. You can still copy it to a new item.",
    "Translators: what withdrawing an item means.",
)
BUTTON_WITHDRAW = _phrase("BUTTON_WITHDRAW", "Withdraw it", "Translators: button.")
WITHDRAWN_NOW = _phrase(
    "WITHDRAWN_NOW", "{title} has been withdrawn.", "Translators: an item was withdrawn.", title="“Ny skolestruktur”"
)
BUTTON_COPY = _phrase("BUTTON_COPY", "Copy to a new item", "Translators: button.")
LABEL_COPY = _phrase("LABEL_COPY", "Copy from an earlier item", "Translators: small heading.")
COPY_WHICH = _phrase("COPY_WHICH", "Which of them shall I copy?", "Translators: several items of a case.")
COPY_NONE = _phrase("COPY_NONE", "I find no earlier item of that case.", "Translators: nothing to copy from.")
COPIED = _phrase(
    "COPIED",
    "The texts are copied. Go through them, and choose a meeting.",
    "Translators: a new draft with texts of an earlier item.",
)
DRAFT_WHICH = _phrase(
    "DRAFT_WHICH",
    "Which of your drafts do you mean?",
    "Translators: something was written about a draft, and there are several.",
)

# Submitting and what comes after.
SUBMITTED = _phrase(
    "SUBMITTED", "{title} has been submitted.", "Translators: heading of the receipt.", title="“Ny skolestruktur”"
)
SUBMITTED_NEXT = _phrase(
    "SUBMITTED_NEXT",
    "The secretary will look at it now. I will tell you when it is approved or sent back.",
    "Translators: what comes after submitting.",
)
SUBMITTED_LATE = _phrase(
    "SUBMITTED_LATE",
    "It comes after the deadline, so the secretary decides whether it can be taken.",
    "Translators: what comes after submitting late.",
)
BUTTON_SEE = _phrase("BUTTON_SEE", "See it", "Translators: button: shows the item.")
BUTTON_RECALL = _phrase("BUTTON_RECALL", "Take it back", "Translators: button: before the secretary has looked at it.")
RECALLED = _phrase(
    "RECALLED", "The item is a draft again. Submit it when it is ready.", "Translators: an item was taken back."
)
CANNOT_SUBMIT = _phrase(
    "CANNOT_SUBMIT",
    "This has to be put right before it can be submitted.",
    "Translators: above what is wrong with an item.",
)
LINKED = _phrase("LINKED", "The two are linked.", "Translators: another item was linked to this one.")

# Somebody else was faster, or it is in another state.
YOU = _phrase("YOU", "You", "Translators: subject of: have changed it.")
SOMEBODY_ELSE = _phrase(
    "SOMEBODY_ELSE", "Somebody", "Translators: subject of: has changed it, when the name is not known."
)
ITEM_CHANGED_BY = _phrase(
    "ITEM_CHANGED_BY",
    "{name} {done} on {moment}.",
    "Translators: who did what to an item, and when.",
    name="Cille Ærø",
    done="=DID_SAVE",
    moment="=DAY_TIME",
)
CHANGED_COMMENT = _phrase(
    "CHANGED_COMMENT",
    "The comment was: {comment}",
    "Translators: after who sent an item back.",
    comment="“Indstillingen mangler.”",
)
CHANGED_MEANWHILE = _phrase(
    "CHANGED_MEANWHILE", "The item has been changed meanwhile.", "Translators: nobody knows by whom."
)
TYPED_BACK = _phrase(
    "TYPED_BACK",
    "What you wrote is not saved. Copy it from here if you need it.",
    "Translators: above what was typed on a card of an item that can no longer be written on.",
)
TYPED_KEPT = _phrase(
    "TYPED_KEPT",
    "What you wrote stands below and is not saved yet.",
    "Translators: after somebody else changed an item.",
)
DID_SAVE = _phrase("DID_SAVE", "changed the item", "Translators: what somebody did.")
DID_ATTACH = _phrase("DID_ATTACH", "added an attachment", "Translators: what somebody did.")
DID_DETACH = _phrase("DID_DETACH", "removed an attachment", "Translators: what somebody did.")
DID_FILE_ACCESS = _phrase("DID_FILE_ACCESS", "opened or closed an attachment", "Translators: what somebody did.")
DID_SUBMIT = _phrase("DID_SUBMIT", "submitted the item", "Translators: what somebody did.")
DID_RECALL = _phrase(
    "DID_RECALL", "took the item back", "Translators: what somebody did: before the secretary looked at it."
)
DID_RETURN = _phrase("DID_RETURN", "sent the item back", "Translators: what a secretary did.")
DID_APPROVE = _phrase("DID_APPROVE", "approved the item", "Translators: what a secretary did.")
DID_PLACE = _phrase("DID_PLACE", "put the item on the agenda", "Translators: what a secretary did.")
DID_UNPLACE = _phrase("DID_UNPLACE", "took the item off the agenda", "Translators: what a secretary did.")
DID_POSTPONE = _phrase("DID_POSTPONE", "postponed the item", "Translators: what a secretary did.")
DID_MOVE_ITEM = _phrase("DID_MOVE_ITEM", "moved the item to another meeting", "Translators: what a secretary did.")
DID_OPEN = _phrase("DID_OPEN", "opened the item", "Translators: what a secretary did.")
DID_CLOSE = _phrase("DID_CLOSE", "closed the item", "Translators: what a secretary did.")
DID_EXCLUDE = _phrase("DID_EXCLUDE", "kept a person out of the item", "Translators: what a secretary did.")
DID_INCLUDE = _phrase("DID_INCLUDE", "let a person see the item again", "Translators: what a secretary did.")
DID_WITHDRAW = _phrase("DID_WITHDRAW", "withdrew the item", "Translators: what somebody did.")
DID_DECIDE = _phrase("DID_DECIDE", "recorded the decision", "Translators: what a secretary did.")
NOW_DRAFT = _phrase(
    "NOW_DRAFT", "{title} is a draft.", "Translators: what state an item is in.", title="“Ny skolestruktur”"
)
NOW_SUBMITTED = _phrase(
    "NOW_SUBMITTED",
    "{title} has been submitted and waits for the secretary.",
    "Translators: what state an item is in.",
    title="“Ny skolestruktur”",
)
NOW_RETURNED = _phrase(
    "NOW_RETURNED",
    "{title} has been sent back to its author.",
    "Translators: what state an item is in.",
    title="“Ny skolestruktur”",
)
NOW_READY = _phrase(
    "NOW_READY",
    "{title} has been approved. Ask the secretary if something has to be changed.",
    "Translators: what state an item is in.",
    title="“Ny skolestruktur”",
)
NOW_ON_AGENDA = _phrase(
    "NOW_ON_AGENDA",
    "{title} is on the agenda. Ask the secretary if something has to be changed.",
    "Translators: what state an item is in.",
    title="“Ny skolestruktur”",
)
NOW_POSTPONED = _phrase(
    "NOW_POSTPONED",
    "{title} has been postponed. Ask the secretary if something has to be changed.",
    "Translators: what state an item is in.",
    title="“Ny skolestruktur”",
)
NOW_WITHDRAWN = _phrase(
    "NOW_WITHDRAWN", "{title} has been withdrawn.", "Translators: what state an item is in.", title="“Ny skolestruktur”"
)
NOW_DECIDED = _phrase(
    "NOW_DECIDED", "{title} has been decided.", "Translators: what state an item is in.", title="“Ny skolestruktur”"
)

# In words, and from a channel.
FIELD_SAVED = _phrase(
    "FIELD_SAVED", "Saved: {labels}.", "Translators: fields were written in words.", labels="=FIELD_TITLE"
)
RETURNED_WITH = _phrase(
    "RETURNED_WITH",
    "The secretary sent it back: {comment}",
    "Translators: above a step of an item that was sent back.",
    comment="“Indstillingen mangler.”",
)
MEETING_NOT_FOUND = _phrase(
    "MEETING_NOT_FOUND",
    "I find no such meeting that you can choose. Choose one on the card.",
    "Translators: a meeting named in words was not found.",
)
OPENED_PRIVATELY = _phrase(
    "OPENED_PRIVATELY",
    "I have opened it in our personal chat, where only you can see it.",
    "Translators: in a channel: an agenda item was asked for.",
)
OPEN_YOURSELF = _phrase(
    "OPEN_YOURSELF",
    "Agenda items are written in a personal chat. Write “new agenda item” to me there.",
    "Translators: in a channel: the personal chat could not be opened.",
)
ASKED_IN = _phrase(
    "ASKED_IN",
    "You asked for this in {place}.",
    "Translators: at the top of the wizard in the personal chat.",
    place="Direktionssekretariatet",
)
ASKED_IN_CHANNEL = _phrase(
    "ASKED_IN_CHANNEL",
    "You asked for this in a channel or a group chat.",
    "Translators: at the top of the wizard in the personal chat.",
)
ASK_NEW = _phrase("ASK_NEW", "New agenda item", "Translators: suggested message.")
ASK_DRAFTS = _phrase("ASK_DRAFTS", "My drafts", "Translators: suggested message.")
ASK_MINE = _phrase("ASK_MINE", "My items", "Translators: suggested message.")
ASK_SHOW_DRAFT = _phrase("ASK_SHOW_DRAFT", "Show the draft", "Translators: suggested message.")

# From a remark of the coach to the place where it is mended.
GO_WHERE = _phrase("GO_WHERE", "Change meeting and title", "Translators: button: opens a step of the wizard.")
GO_MATTER = _phrase("GO_MATTER", "Change the case", "Translators: button: opens a step of the wizard.")
GO_PROPOSAL = _phrase("GO_PROPOSAL", "Change the recommendation", "Translators: button: opens a step of the wizard.")
GO_FILES = _phrase("GO_FILES", "Change attachments", "Translators: button: opens a step of the wizard.")
BUTTON_LINK = _phrase(
    "BUTTON_LINK", "Link to {title}", "Translators: button: links an item like this one.", title="“Ny skolestruktur”"
)
