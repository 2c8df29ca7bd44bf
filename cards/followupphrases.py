"""What people read about follow-ups and weekly digests, named, in English; the Danish is in da.followupphrases.po."""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# Follow-ups: what was promised, by whom and by when.
FU_LABEL = _phrase("FU_LABEL", "Follow-up", "Translators: small heading above a follow-up.")
FU_LABEL_DONE = _phrase("FU_LABEL_DONE", "Follow-up. Done", "Translators: small heading above one that is done.")
FU_LABEL_DROPPED = _phrase(
    "FU_LABEL_DROPPED", "Follow-up. Dropped", "Translators: small heading above one that was dropped."
)
FU_LABEL_LIST = _phrase("FU_LABEL_LIST", "Follow-ups", "Translators: small heading above a list of follow-ups.")
FU_LABEL_NEW = _phrase(
    "FU_LABEL_NEW", "New follow-up", "Translators: small heading above a follow-up that is not made yet."
)
FU_LABEL_LAST = _phrase(
    "FU_LABEL_LAST", "What has happened", "Translators: label above the last changes of a follow-up."
)
FU_LATE = _phrase(
    "FU_LATE", "{count} day overdue", "Translators: how late a follow-up is.", plural="{count} days overdue", count=3
)
FU_TODAY = _phrase("FU_TODAY", "due today", "Translators: its due day is today.")
FU_TOMORROW = _phrase("FU_TOMORROW", "due tomorrow", "Translators: its due day is tomorrow.")
FU_DUE_IN = _phrase(
    "FU_DUE_IN",
    "due in {count} day",
    "Translators: its due day is so many days away.",
    plural="due in {count} days",
    count=5,
)
FU_DUE_ON = _phrase("FU_DUE_ON", "due {date}", "Translators: its due day, further away.", date="27. november 2026")
FU_NO_DAY = _phrase("FU_NO_DAY", "no due date", "Translators: it has no due day.")
FU_ONGOING = _phrase("FU_ONGOING", "ongoing", "Translators: it is followed all the time, without a day.")
FU_DONE_ON = _phrase("FU_DONE_ON", "done {date}", "Translators: when it was done.", date="27. november 2026")
FU_PUT_OFF = _phrase(
    "FU_PUT_OFF",
    "put off until {date}",
    "Translators: nobody is reminded of it before that day.",
    date="27. november 2026",
)
FU_NOBODY = _phrase("FU_NOBODY", "nobody responsible yet", "Translators: in the place of a responsible person.")
FU_WEEKLY = _phrase("FU_WEEKLY", "every week", "Translators: how often it comes back.")
FU_MONTHLY = _phrase("FU_MONTHLY", "every month", "Translators: how often it comes back.")
FU_QUARTERLY = _phrase("FU_QUARTERLY", "every quarter", "Translators: how often it comes back.")
FU_HALF_YEARLY = _phrase("FU_HALF_YEARLY", "every six months", "Translators: how often it comes back.")
FU_YEARLY = _phrase("FU_YEARLY", "every year", "Translators: how often it comes back.")
FU_ONCE = _phrase("FU_ONCE", "once", "Translators: how often: it does not come back.")
FU_FIELD_TITLE = _phrase("FU_FIELD_TITLE", "What is to be followed up", "Translators: label of an input.")
FU_FIELD_RESPONSIBLE = _phrase(
    "FU_FIELD_RESPONSIBLE", "Responsible: a name, a title or a body", "Translators: label of an input."
)
FU_FIELD_DUE = _phrase("FU_FIELD_DUE", "Due date", "Translators: label of an input.")
FU_FIELD_RHYTHM = _phrase("FU_FIELD_RHYTHM", "How often", "Translators: label of an input.")
FU_FIELD_BODY = _phrase("FU_FIELD_BODY", "Belongs to", "Translators: label of an input: which body.")
FU_FIELD_DEPUTY = _phrase("FU_FIELD_DEPUTY", "Deputy", "Translators: label of an input.")
FU_FIELD_WHO = _phrase(
    "FU_FIELD_WHO", "Which one do you mean?", "Translators: label of a choice between people of one name."
)
FU_FIELD_NOTE = _phrase("FU_FIELD_NOTE", "Your note", "Translators: label of an input.")
FU_FIELD_WHY = _phrase("FU_FIELD_WHY", "Why is it dropped?", "Translators: label of an input.")
FU_FIELD_DAY = _phrase("FU_FIELD_DAY", "Another day", "Translators: label of an input: to which day it is put off.")
FU_FIELD_TO = _phrase("FU_FIELD_TO", "To whom?", "Translators: label of an input: who takes it over.")
FU_FIELD_SAID = _phrase("FU_FIELD_SAID", "A few words with it (may be empty)", "Translators: label of an input.")
FU_NO_BODY = _phrase("FU_NO_BODY", "no body", "Translators: choice: it belongs to no body.")
FU_NO_SUCH = _phrase("FU_NO_SUCH", "somebody else: as written", "Translators: choice: none of the people of that name.")
FU_ROW_RESPONSIBLE = _phrase("FU_ROW_RESPONSIBLE", "Responsible", "Translators: row of a follow-up.")
FU_ROW_DEPUTY = _phrase("FU_ROW_DEPUTY", "Deputy", "Translators: row of a follow-up.")
FU_ROW_DUE = _phrase("FU_ROW_DUE", "Due", "Translators: row of a follow-up.")
FU_ROW_RHYTHM = _phrase("FU_ROW_RHYTHM", "How often", "Translators: row of a follow-up.")
FU_ROW_BODY = _phrase("FU_ROW_BODY", "Belongs to", "Translators: row of a follow-up: the body.")
FU_ROW_ITEM = _phrase("FU_ROW_ITEM", "From", "Translators: row of a follow-up: the item it comes from.")
FU_ROW_PLAN = _phrase("FU_ROW_PLAN", "From the plan", "Translators: row of a follow-up: the initiative it comes from.")
FU_ON_ITS_WAY = _phrase(
    "FU_ON_ITS_WAY", "It is on its way to an agenda.", "Translators: an agenda item has been made of it."
)
FU_DRAFT_ASK = _phrase(
    "FU_DRAFT_ASK", "Shall I make this follow-up?", "Translators: question above what was understood."
)
FU_DRAFT_WHAT = _phrase(
    "FU_DRAFT_WHAT", "What shall be followed up? Write it below.", "Translators: asked when nothing was named."
)
FU_DRAFT_YES = _phrase(
    "FU_DRAFT_YES",
    "Answer “yes”, or correct it on the card.",
    "Translators: last line of what was understood, as text.",
)
FU_DRAFT_SEVERAL = _phrase(
    "FU_DRAFT_SEVERAL",
    "There are several called {name}: {names}.",
    "Translators: remark on a name that several people have.",
    name="Bo",
    names="Bo Madsen og Bo Sørensen",
)
FU_DRAFT_PAST = _phrase("FU_DRAFT_PAST", "That day has passed.", "Translators: remark on a due day in the past.")
FU_DRAFT_OPEN = _phrase(
    "FU_DRAFT_OPEN", "Everybody here can see it.", "Translators: remark on a follow-up made in a channel."
)
FU_DRAFT_ITEM = _phrase(
    "FU_DRAFT_ITEM", "Whoever may read the item can see it.", "Translators: remark on a follow-up of an item."
)
FU_DRAFT_OWN = _phrase(
    "FU_DRAFT_OWN",
    "You and the person responsible can see it, and if it belongs to a body, its members and secretaries.",
    "Translators: remark on a follow-up made in a personal chat.",
)
FU_DRAFT_OTHERS = _phrase(
    "FU_DRAFT_OTHERS",
    "{name} has to confirm it: they wrote it.",
    "Translators: somebody else in the channel pressed the button.",
    name="Anna Jensen",
)
FU_TITLE_ON = _phrase(
    "FU_TITLE_ON", "Follow up on {title}", "Translators: title of a follow-up on an item.", title="Tagrenovering"
)
FU_WHICH_PART = _phrase(
    "FU_WHICH_PART", "What of it shall be followed up?", "Translators: question above the approved recommendations."
)
FU_WHOLE_DECISION = _phrase(
    "FU_WHOLE_DECISION", "The decision as a whole", "Translators: choice among the approved recommendations."
)
FU_WHICH_MILESTONE = _phrase(
    "FU_WHICH_MILESTONE", "Which milestone shall be followed up?", "Translators: question above milestones."
)
FU_NO_MILESTONE = _phrase(
    "FU_NO_MILESTONE",
    "The plan names no milestone that is still ahead.",
    "Translators: there is no milestone to follow up.",
)
FU_MADE = _phrase(
    "FU_MADE", "The follow-up {title} has been made.", "Translators: after it was made.", title="»Notat om taget«"
)
FU_DONE = _phrase(
    "FU_DONE", "{title} is done. Thank you.", "Translators: after it was ticked off.", title="»Notat om taget«"
)
FU_DONE_AGAIN = _phrase(
    "FU_DONE_AGAIN",
    "{title} is done for this time. It is due again {date}.",
    "Translators: after one that comes back was ticked off.",
    title="»Notat om taget«",
    date="27. november 2026",
)
FU_DROPPED = _phrase(
    "FU_DROPPED", "{title} has been dropped.", "Translators: after it was dropped.", title="»Notat om taget«"
)
FU_REOPENED = _phrase(
    "FU_REOPENED", "{title} is open again.", "Translators: after it was opened again.", title="»Notat om taget«"
)
FU_SNOOZED = _phrase(
    "FU_SNOOZED",
    "Nobody is reminded of {title} before {date}.",
    "Translators: after it was put off.",
    title="»Notat om taget«",
    date="27. november 2026",
)
FU_HANDED = _phrase(
    "FU_HANDED",
    "{title} is now with {name}.",
    "Translators: after it was handed over.",
    title="»Notat om taget«",
    name="Bo Madsen",
)
FU_DEPUTY_SET = _phrase(
    "FU_DEPUTY_SET",
    "{name} is deputy for {title}.",
    "Translators: after a deputy was named.",
    title="»Notat om taget«",
    name="Bo Madsen",
)
FU_NOTED = _phrase("FU_NOTED", "Noted on {title}.", "Translators: after a note was added.", title="»Notat om taget«")
FU_CHANGED = _phrase(
    "FU_CHANGED",
    "{title} has been changed.",
    "Translators: after title or due day were changed.",
    title="»Notat om taget«",
)
FU_TO_AGENDA = _phrase(
    "FU_TO_AGENDA",
    "A draft of an agenda item has been made of {title}.",
    "Translators: after it was put back on the agenda.",
    title="»Notat om taget«",
)
FU_TO_AGENDA_ALREADY = _phrase(
    "FU_TO_AGENDA_ALREADY",
    "There is an agenda item on {title} already.",
    "Translators: it was put back on the agenda before.",
    title="»Notat om taget«",
)
FU_ONLY_PRIVATELY = _phrase(
    "FU_ONLY_PRIVATELY",
    "Agenda items are written in a personal chat. Write to me there.",
    "Translators: asked for in a channel.",
)
FU_ASK_SNOOZE = _phrase(
    "FU_ASK_SNOOZE",
    "When shall {title} come back?",
    "Translators: question before it is put off.",
    title="»Notat om taget«",
)
FU_ASK_HAND = _phrase(
    "FU_ASK_HAND",
    "Who takes over {title}?",
    "Translators: question before it is handed over.",
    title="»Notat om taget«",
)
FU_ASK_NOTE = _phrase(
    "FU_ASK_NOTE",
    "What shall be noted on {title}?",
    "Translators: question before a note is added.",
    title="»Notat om taget«",
)
FU_ASK_DROP = _phrase(
    "FU_ASK_DROP", "Shall {title} be dropped?", "Translators: question before it is dropped.", title="»Notat om taget«"
)
FU_ASK_CHANGE = _phrase(
    "FU_ASK_CHANGE",
    "What is to be changed in {title}?",
    "Translators: question above the form.",
    title="»Notat om taget«",
)
FU_ASK_DEPUTY = _phrase(
    "FU_ASK_DEPUTY",
    "Who is deputy for {title}?",
    "Translators: question before a deputy is named.",
    title="»Notat om taget«",
)
FU_BUTTON_DONE = _phrase("FU_BUTTON_DONE", "Done", "Translators: button: it is done.")
FU_BUTTON_SNOOZE = _phrase("FU_BUTTON_SNOOZE", "Put off", "Translators: button: put it off.")
FU_BUTTON_WEEK = _phrase("FU_BUTTON_WEEK", "A week", "Translators: button: put it off for a week.")
FU_BUTTON_MONTH = _phrase("FU_BUTTON_MONTH", "A month", "Translators: button: put it off for a month.")
FU_BUTTON_HAND = _phrase("FU_BUTTON_HAND", "Hand over", "Translators: button: hand it over.")
FU_BUTTON_NOTE = _phrase("FU_BUTTON_NOTE", "Add a note", "Translators: button: add a note.")
FU_BUTTON_CHANGE = _phrase("FU_BUTTON_CHANGE", "Change", "Translators: button: change it.")
FU_BUTTON_DEPUTY = _phrase("FU_BUTTON_DEPUTY", "Name a deputy", "Translators: button: name a deputy.")
FU_BUTTON_DROP = _phrase("FU_BUTTON_DROP", "Drop it", "Translators: button: drop it.")
FU_BUTTON_AGENDA = _phrase("FU_BUTTON_AGENDA", "Back on the agenda", "Translators: button: make an agenda item of it.")
FU_BUTTON_REOPEN = _phrase("FU_BUTTON_REOPEN", "Open it again", "Translators: button: open it again.")
FU_BUTTON_SAVE = _phrase("FU_BUTTON_SAVE", "Save", "Translators: button: save what was typed.")
FU_BUTTON_MAKE = _phrase("FU_BUTTON_MAKE", "Make the follow-up", "Translators: button: make it.")
FU_BUTTON_FOLLOW_UP = _phrase("FU_BUTTON_FOLLOW_UP", "Follow up", "Translators: button on a decision.")
FU_BUTTON_MILESTONE = _phrase("FU_BUTTON_MILESTONE", "Follow up on a milestone", "Translators: button on a plan.")
FU_BUTTON_HISTORY = _phrase("FU_BUTTON_HISTORY", "Show all that has happened", "Translators: row to press.")
FU_BUTTON_MORE = _phrase("FU_BUTTON_MORE", "Show more", "Translators: button: the next page of a list.")
FU_BUTTON_SHOW = _phrase("FU_BUTTON_SHOW", "Show the follow-up", "Translators: button.")
FU_BUTTON_TAKE = _phrase("FU_BUTTON_TAKE", "Make it a follow-up", "Translators: button: take over a suggestion.")
FU_BUTTON_LEAVE = _phrase("FU_BUTTON_LEAVE", "No follow-up", "Translators: button: leave a suggestion.")
FU_BUTTON_SKIP = _phrase("FU_BUTTON_SKIP", "Decide later", "Translators: button: the next suggestion.")
FU_COUNT_OPEN = _phrase(
    "FU_COUNT_OPEN",
    "There is {count} open follow-up.",
    "Translators: first sentence of a list.",
    plural="There are {count} open follow-ups.",
    count=3,
)
FU_COUNT_OPEN_OF = _phrase(
    "FU_COUNT_OPEN_OF",
    "There is {count} open follow-up in {body}.",
    "Translators: the same when a body was named.",
    plural="There are {count} open follow-ups in {body}.",
    count=3,
    body="Direktionen",
)
FU_COUNT_LATE = _phrase(
    "FU_COUNT_LATE",
    "{count} follow-up is overdue.",
    "Translators: first sentence of a list.",
    plural="{count} follow-ups are overdue.",
    count=3,
)
FU_COUNT_LATE_OF = _phrase(
    "FU_COUNT_LATE_OF",
    "{count} follow-up in {body} is overdue.",
    "Translators: the same when a body was named.",
    plural="{count} follow-ups in {body} are overdue.",
    count=3,
    body="Direktionen",
)
FU_COUNT_MINE = _phrase(
    "FU_COUNT_MINE",
    "You have {count} open follow-up.",
    "Translators: first sentence of a list.",
    plural="You have {count} open follow-ups.",
    count=3,
)
FU_COUNT_ABOUT = _phrase(
    "FU_COUNT_ABOUT",
    "{count} follow-up is about {topic}.",
    "Translators: first sentence of a list.",
    plural="{count} follow-ups are about {topic}.",
    count=3,
    topic="»taget«",
)
FU_NONE_OPEN = _phrase("FU_NONE_OPEN", "No follow-ups are open here.", "Translators: there is nothing to follow up.")
FU_NONE_OPEN_OF = _phrase(
    "FU_NONE_OPEN_OF",
    "No follow-ups are open in {body}.",
    "Translators: the same when a body was named.",
    body="Direktionen",
)
FU_NONE_LATE = _phrase("FU_NONE_LATE", "No follow-ups are overdue.", "Translators: nothing is overdue.")
FU_NONE_LATE_OF = _phrase(
    "FU_NONE_LATE_OF",
    "No follow-ups in {body} are overdue.",
    "Translators: the same when a body was named.",
    body="Direktionen",
)
FU_NONE_MINE = _phrase("FU_NONE_MINE", "You have no open follow-ups.", "Translators: one's own list is empty.")
FU_GROUP_LATE = _phrase("FU_GROUP_LATE", "Overdue", "Translators: label above a part of a list.")
FU_GROUP_SOON = _phrase("FU_GROUP_SOON", "Within 14 days", "Translators: label above a part of a list.")
FU_GROUP_LATER = _phrase("FU_GROUP_LATER", "Later", "Translators: label above a part of a list.")
FU_GROUP_NO_DAY = _phrase("FU_GROUP_NO_DAY", "Without a due date", "Translators: label above a part of a list.")
FU_GROUP_DONE = _phrase("FU_GROUP_DONE", "Done since the last meeting", "Translators: label above a part of a list.")
FU_GROUP_FINISHED = _phrase("FU_GROUP_FINISHED", "Finished", "Translators: label above a part of a list.")
FU_N_LATE = _phrase(
    "FU_N_LATE", "{count} overdue", "Translators: part of the overview.", plural="{count} overdue", count=2
)
FU_N_SOON = _phrase(
    "FU_N_SOON",
    "{count} within 14 days",
    "Translators: part of the overview.",
    plural="{count} within 14 days",
    count=2,
)
FU_N_LATER = _phrase(
    "FU_N_LATER", "{count} later", "Translators: part of the overview.", plural="{count} later", count=2
)
FU_N_NO_DAY = _phrase(
    "FU_N_NO_DAY",
    "{count} without a due date",
    "Translators: part of the overview.",
    plural="{count} without a due date",
    count=2,
)
FU_NOT_OF_A_BODY = _phrase(
    "FU_NOT_OF_A_BODY", "Belonging to no body", "Translators: name in the overview for those of no body."
)
FU_WHICH = _phrase("FU_WHICH", "Which follow-up do you mean?", "Translators: several fit.")
FU_WHICH_NONE = _phrase(
    "FU_WHICH_NONE",
    "Which follow-up do you mean? Open it from the list first: write “my follow-ups” or “which follow-ups are there?”",
    "Translators: nothing is in talk.",
)
FU_NOT_YOURS = _phrase(
    "FU_NOT_YOURS",
    "The follow-up can be changed by whoever is responsible, their deputy, whoever made it, and secretaries.",
    "Translators: somebody else tried to change it.",
)
FU_STALE = _phrase(
    "FU_STALE",
    "Nothing was done, for it has been changed in the meantime. {what}",
    "Translators: somebody else was faster.",
    what="22. november 2026: Bo Madsen meldte den færdig.",
)
FU_STATE_NOT = _phrase(
    "FU_STATE_NOT",
    "That cannot be done: the follow-up is closed. Open it again first.",
    "Translators: an action on one that is done or dropped.",
)
FU_STATE_OPEN = _phrase("FU_STATE_OPEN", "It is open already.", "Translators: it was to be opened and is open.")
FU_BAD_TITLE = _phrase("FU_BAD_TITLE", "Write what is to be followed up.", "Translators: the title is missing.")
FU_BAD_LONG = _phrase(
    "FU_BAD_LONG",
    "That is too long: at most {count} characters.",
    "Translators: a text is too long.",
    plural="That is too long: at most {count} characters.",
    count=300,
)
FU_BAD_COMMENT = _phrase("FU_BAD_COMMENT", "Write a few words.", "Translators: a note or reason is missing.")
FU_BAD_PERSON = _phrase("FU_BAD_PERSON", "Write who it is.", "Translators: a person is missing.")
FU_BAD_DAY = _phrase(
    "FU_BAD_DAY", "Choose a day after today, at most ten years away.", "Translators: a day that cannot be."
)
FU_BAD_FIELD = _phrase(
    "FU_BAD_FIELD", "That cannot be. Check what you have filled in.", "Translators: a value that cannot be."
)
FU_HISTORY_OF = _phrase(
    "FU_HISTORY_OF", "What has happened to {title}", "Translators: heading of the history.", title="»Notat om taget«"
)
FU_SOMEBODY = _phrase("FU_SOMEBODY", "Somebody", "Translators: in the place of a name that is not known.")
FU_YOU = _phrase("FU_YOU", "You", "Translators: the reader, as the one who did something.")
FU_DID_CREATE = _phrase(
    "FU_DID_CREATE",
    "{name} made it.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_DONE = _phrase(
    "FU_DID_DONE",
    "{name} marked it done.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_REOPEN = _phrase(
    "FU_DID_REOPEN",
    "{name} opened it again.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_DROP = _phrase(
    "FU_DID_DROP",
    "{name} dropped it.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_SNOOZE = _phrase(
    "FU_DID_SNOOZE",
    "{name} put it off until {day}.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
    day="27. november 2026",
)
FU_DID_HAND = _phrase(
    "FU_DID_HAND",
    "{name} handed it over to {who}.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
    who="Anna Jensen",
)
FU_DID_CHANGE = _phrase(
    "FU_DID_CHANGE",
    "{name} changed it.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_NOTE = _phrase(
    "FU_DID_NOTE", "{name} noted:", "Translators: what somebody did, in the history of a follow-up.", name="Bo Madsen"
)
FU_DID_AGENDA = _phrase(
    "FU_DID_AGENDA",
    "{name} put it back on the agenda.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
)
FU_DID_DEPUTY = _phrase(
    "FU_DID_DEPUTY",
    "{name} named {who} deputy.",
    "Translators: what somebody did, in the history of a follow-up.",
    name="Bo Madsen",
    who="Anna Jensen",
)
FU_CAND_LABEL = _phrase(
    "FU_CAND_LABEL",
    "Suggested follow-up {number} of {count}",
    "Translators: small heading above a suggestion.",
    plural="Suggested follow-up {number} of {count}",
    number=1,
    count=4,
)
FU_CAND_ASK = _phrase(
    "FU_CAND_ASK",
    "The minutes seem to promise something here. Is it a follow-up?",
    "Translators: question above a suggestion.",
)
FU_CAND_NONE = _phrase(
    "FU_CAND_NONE", "There are no more suggestions from the minutes.", "Translators: all suggestions were gone through."
)
FU_CAND_ONLY = _phrase(
    "FU_CAND_ONLY",
    "Suggestions from the minutes are for secretaries of the body, in a personal chat.",
    "Translators: somebody else asked for them.",
)
FU_CAND_LEFT = _phrase("FU_CAND_LEFT", "It will not be suggested again.", "Translators: after a suggestion was left.")
FU_AGENDA_OF = _phrase(
    "FU_AGENDA_OF",
    "For the next agenda of {body}",
    "Translators: first sentence of what is offered for an agenda.",
    body="Direktionen",
)
FU_AGENDA_ON = _phrase(
    "FU_AGENDA_ON", "Next meeting: {day}.", "Translators: when the body meets.", day="torsdag den 3. december 2026"
)
FU_AGENDA_NONE = _phrase(
    "FU_AGENDA_NONE",
    "No follow-ups of {body} are due before its next meeting.",
    "Translators: nothing is to be put on the agenda.",
    body="Direktionen",
)
FU_AGENDA_WHICH = _phrase(
    "FU_AGENDA_WHICH",
    "Which body do you mean? Name it, for example: {example}",
    "Translators: no body was named.",
    example="»Hvilke opfølgninger skal på næste møde i Direktionen?«",
)
FU_ASK_MINE = _phrase("FU_ASK_MINE", "My follow-ups", "Translators: suggested next message.")
FU_ASK_LATE = _phrase("FU_ASK_LATE", "Overdue follow-ups", "Translators: suggested next message.")
FU_ASK_ALL = _phrase("FU_ASK_ALL", "Which follow-ups are there?", "Translators: suggested next message.")
FU_ASK_CANDIDATES = _phrase("FU_ASK_CANDIDATES", "Suggested follow-ups", "Translators: suggested next message.")
FU_ASK_AGENDA = _phrase(
    "FU_ASK_AGENDA",
    "Follow-ups for the next meeting of {body}",
    "Translators: suggested next message.",
    body="Direktionen",
)
# End of follow-ups.
