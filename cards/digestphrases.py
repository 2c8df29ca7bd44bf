"""What people read about weekly reminders, named, in English; the Danish is in da.digestphrases.po."""

from __future__ import annotations

from datetime import date

from cards.catalogue import phrase as _phrase

DIGEST_LABEL = _phrase(
    "DIGEST_LABEL",
    "Weekly reminder",
    "Translators: small heading above the weekly message on follow-ups and deadlines.",
)
DIGEST_OVERDUE = _phrase(
    "DIGEST_OVERDUE",
    "{count} overdue",
    "Translators: part of the first sentence of a weekly reminder: how many are overdue.",
    plural="{count} overdue",
    count=3,
)
DIGEST_NOT_OVERDUE = _phrase(
    "DIGEST_NOT_OVERDUE", "nothing overdue", "Translators: part of the first sentence of a weekly reminder."
)
DIGEST_THIS_WEEK = _phrase(
    "DIGEST_THIS_WEEK",
    "{count} this week",
    "Translators: part of the first sentence of a weekly reminder.",
    plural="{count} this week",
    count=4,
)
DIGEST_LATER = _phrase(
    "DIGEST_LATER",
    "{count} later",
    "Translators: part of the first sentence of a weekly reminder.",
    plural="{count} later",
    count=2,
)
DIGEST_NEW = _phrase(
    "DIGEST_NEW",
    "{count} new decision",
    "Translators: part of the first sentence of a weekly reminder.",
    plural="{count} new decisions",
    count=2,
)
DIGEST_DONE_COUNT = _phrase(
    "DIGEST_DONE_COUNT",
    "{count} done",
    "Translators: part of the first sentence of a weekly reminder: ticked off since it was sent.",
    plural="{count} done",
    count=2,
)
DIGEST_EMPTY = _phrase(
    "DIGEST_EMPTY",
    "There is nothing to remind you of until {date}.",
    "Translators: a weekly reminder without any line.",
    date=date(2026, 12, 3),
)
DIGEST_DONE_WEEK = _phrase(
    "DIGEST_DONE_WEEK",
    "{count} follow-up was done in the past week.",
    "Translators: at the end of a weekly reminder.",
    plural="{count} follow-ups were done in the past week.",
    count=3,
)
DIGEST_HEAD_OVERDUE = _phrase("DIGEST_HEAD_OVERDUE", "Overdue", "Translators: heading in a weekly reminder.")
DIGEST_HEAD_WEEK = _phrase("DIGEST_HEAD_WEEK", "This week", "Translators: heading in a weekly reminder.")
DIGEST_HEAD_LATER = _phrase(
    "DIGEST_HEAD_LATER", "Later, until {date}", "Translators: heading in a weekly reminder.", date=date(2026, 12, 3)
)
DIGEST_HEAD_NEW = _phrase("DIGEST_HEAD_NEW", "New decisions", "Translators: heading in a weekly reminder.")
DIGEST_MEETING = _phrase(
    "DIGEST_MEETING", "Meeting: {body}", "Translators: a line of a weekly reminder.", body="Direktionen"
)
DIGEST_DEADLINE = _phrase(
    "DIGEST_DEADLINE",
    "Deadline for agenda items: {body}",
    "Translators: a line of a weekly reminder.",
    body="Direktionen",
)
DIGEST_OVER = _phrase(
    "DIGEST_OVER",
    "{count} day overdue",
    "Translators: when a follow-up was due.",
    plural="{count} days overdue",
    count=5,
)
DIGEST_OVER_SINCE = _phrase(
    "DIGEST_OVER_SINCE",
    "overdue since {date}",
    "Translators: when a follow-up was due, long ago.",
    date=date(2026, 12, 3),
)
DIGEST_TODAY = _phrase("DIGEST_TODAY", "today", "Translators: when a follow-up is due.")
DIGEST_TOMORROW = _phrase("DIGEST_TOMORROW", "tomorrow", "Translators: when a follow-up is due.")
DIGEST_DAY = _phrase(
    "DIGEST_DAY",
    "{weekday} {date}",
    "Translators: a day in words without its year.",
    weekday="Thursday",
    date="3 December",
)
DIGEST_AT = _phrase(
    "DIGEST_AT", "{day} at {time}", "Translators: a day with a time of day.", day="=DIGEST_TODAY", time="12:00"
)
DIGEST_NOBODY = _phrase(
    "DIGEST_NOBODY", "nobody responsible yet", "Translators: who a follow-up waits for, when it is nobody."
)
DIGEST_DONE_BY = _phrase(
    "DIGEST_DONE_BY",
    "done, says {name}",
    "Translators: a line of a weekly reminder that was ticked off.",
    name="Anna Jensen",
)
DIGEST_DONE = _phrase(
    "DIGEST_DONE",
    "done",
    "Translators: a line of a weekly reminder that was ticked off by somebody whose name is not known.",
)
DIGEST_AGAIN = _phrase(
    "DIGEST_AGAIN",
    "next time {day}",
    "Translators: a recurring follow-up that was ticked off: when it is due again.",
    day="=DIGEST_TOMORROW",
)
BUTTON_DIGEST_DONE = _phrase(
    "BUTTON_DIGEST_DONE", "Done", "Translators: button at a follow-up in a weekly reminder: it is done."
)
BUTTON_DIGEST_UNDO = _phrase(
    "BUTTON_DIGEST_UNDO",
    "Undo",
    "Translators: button at a follow-up in a weekly reminder that was ticked off: it is not done.",
)
BUTTON_DIGEST_ALL = _phrase(
    "BUTTON_DIGEST_ALL",
    "Show all ({count})",
    "Translators: button below a weekly reminder.",
    plural="Show all ({count})",
    count=32,
)
BUTTON_DIGEST_FORWARD = _phrase(
    "BUTTON_DIGEST_FORWARD", "Show more", "Translators: button below a page of a long weekly reminder."
)
BUTTON_DIGEST_SETTINGS = _phrase(
    "BUTTON_DIGEST_SETTINGS", "Change the reminder", "Translators: button below a weekly reminder: day, time, contents."
)
DIGEST_TICK_NOT_YOURS = _phrase(
    "DIGEST_TICK_NOT_YOURS",
    "Only the person responsible, whoever made it, and secretaries can mark {title} done. Nothing has changed.",
    "Translators: somebody pressed Done who may not.",
    title="Trivselsundersøgelsen",
)
DIGEST_TICK_ALREADY = _phrase(
    "DIGEST_TICK_ALREADY",
    "{name} had already marked {title} done.",
    "Translators: somebody pressed Done after somebody else.",
    name="Anna Jensen",
    title="Trivselsundersøgelsen",
)
DIGEST_TICK_ALREADY_SO = _phrase(
    "DIGEST_TICK_ALREADY_SO",
    "{title} had already been marked done.",
    "Translators: the same when it is not known who did.",
    title="Trivselsundersøgelsen",
)
DIGEST_TICK_CHANGED = _phrase(
    "DIGEST_TICK_CHANGED",
    "{title} has been changed since this was sent. Here is how it stands now.",
    "Translators: somebody pressed Done on what was changed meanwhile.",
    title="Trivselsundersøgelsen",
)
DIGEST_TICK_GONE = _phrase(
    "DIGEST_TICK_GONE",
    "That follow-up is no longer there.",
    "Translators: somebody pressed a button at a follow-up that is gone.",
)
DIGEST_TICKED = _phrase(
    "DIGEST_TICKED",
    "{title} is marked done.",
    "Translators: somebody pressed Done where the message itself cannot be changed any more.",
    title="Trivselsundersøgelsen",
)
REMINDER_LABEL = _phrase(
    "REMINDER_LABEL", "Reminder", "Translators: small heading above a personal reminder of follow-ups."
)
REMINDER_ONE = _phrase(
    "REMINDER_ONE",
    "Remember {title}: {when}.",
    "Translators: first sentence of a personal reminder of one follow-up.",
    title="Trivselsundersøgelsen",
    when="=DIGEST_TODAY",
)
REMINDER_MANY = _phrase(
    "REMINDER_MANY",
    "You have {count} follow-up to remember.",
    "Translators: first sentence of a personal reminder of several follow-ups.",
    plural="You have {count} follow-ups to remember.",
    count=3,
)
REMINDER_UNANSWERED = _phrase(
    "REMINDER_UNANSWERED",
    "{count} follow-up has had no answer after two reminders.",
    "Translators: what a secretary is told of.",
    plural="{count} follow-ups have had no answer after two reminders.",
    count=2,
)
REMINDER_NOBODY = _phrase(
    "REMINDER_NOBODY",
    "{count} overdue follow-up has a title and no person responsible.",
    "Translators: what a secretary is told of.",
    plural="{count} overdue follow-ups have a title and no person responsible.",
    count=2,
)
REMINDER_WAITS_FOR = _phrase(
    "REMINDER_WAITS_FOR",
    "waits for {name}",
    "Translators: at a follow-up that a secretary is told of.",
    name="HR-chefen",
)
REMINDER_FROM = _phrase(
    "REMINDER_FROM",
    "From {body}, {date}",
    "Translators: which decision a follow-up comes from.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
REMINDER_PUT_OFF = _phrase(
    "REMINDER_PUT_OFF",
    "put off until {day}",
    "Translators: a follow-up of a personal reminder that was put off.",
    day="=DIGEST_TOMORROW",
)
REMINDER_ALL_ANSWERED = _phrase(
    "REMINDER_ALL_ANSWERED",
    "Thank you, that is all for now.",
    "Translators: every follow-up of a personal reminder is done or put off.",
)
REMINDER_MORE = _phrase(
    "REMINDER_MORE",
    "And {count} more: write {ask}.",
    "Translators: a personal reminder has more follow-ups than it shows.",
    plural="And {count} more: write {ask}.",
    count=4,
    ask="=ASK_MY_TASKS",
)
ASK_MY_TASKS = _phrase("ASK_MY_TASKS", "my tasks", "Translators: what to write for one's own follow-ups.")
BUTTON_REMINDER_WEEK = _phrase(
    "BUTTON_REMINDER_WEEK", "Put off a week", "Translators: button at a follow-up in a personal reminder."
)
BUTTON_REMINDER_SHOW = _phrase(
    "BUTTON_REMINDER_SHOW", "Show", "Translators: button at a follow-up in a personal reminder."
)
DIGEST_SET = _phrase(
    "DIGEST_SET",
    "I write here {rhythm} with {what}.",
    "Translators: a weekly reminder was set up in a channel or group.",
    rhythm="=DIGEST_RHYTHM",
    what="=DIGEST_OF_ALL",
)
DIGEST_SET_YOU = _phrase(
    "DIGEST_SET_YOU",
    "I write to you {rhythm} with {what}.",
    "Translators: a weekly reminder was set up in a private chat.",
    rhythm="=DIGEST_RHYTHM",
    what="=DIGEST_OF_MINE",
)
DIGEST_RHYTHM = _phrase(
    "DIGEST_RHYTHM",
    "every {weekday} at {time}",
    "Translators: when a weekly reminder comes.",
    weekday="Monday",
    time="8:00",
)
DIGEST_OF_ALL = _phrase(
    "DIGEST_OF_ALL",
    "follow-ups, deadlines and meetings",
    "Translators: what a weekly reminder is about when nothing is chosen.",
)
DIGEST_OF_MINE = _phrase("DIGEST_OF_MINE", "your own follow-ups", "Translators: what a weekly reminder is about.")
DIGEST_OF = _phrase(
    "DIGEST_OF",
    "what concerns {names}",
    "Translators: what a weekly reminder is about: bodies, initiatives or case numbers.",
    names="Direktionen",
)
DIGEST_CASE = _phrase(
    "DIGEST_CASE",
    "case {number}",
    "Translators: a case that a weekly reminder is about, inside a sentence.",
    number="24/1234",
)
DIGEST_SOMETHING = _phrase(
    "DIGEST_SOMETHING", "an initiative", "Translators: an initiative that is not known any more, inside a sentence."
)
DIGEST_NEXT = _phrase("DIGEST_NEXT", "Next", "Translators: label before the day of the next weekly reminder.")
DIGEST_SILENT = _phrase(
    "DIGEST_SILENT",
    "I stay silent in weeks without anything to say.",
    "Translators: below a weekly reminder that was set up.",
)
DIGEST_THERE = _phrase(
    "DIGEST_THERE",
    "That reminder is set up already: {rhythm}.",
    "Translators: somebody sets up the same weekly reminder again.",
    rhythm="=DIGEST_RHYTHM",
)
DIGEST_CHANGED = _phrase(
    "DIGEST_CHANGED",
    "The reminder is changed. {promise}",
    "Translators: a weekly reminder was changed.",
    promise="=DIGEST_SET",
)
DIGEST_PAUSED = _phrase(
    "DIGEST_PAUSED",
    "The reminder is paused until {day}.",
    "Translators: a weekly reminder is paused.",
    day=date(2026, 12, 3),
)
DIGEST_RESUMED = _phrase(
    "DIGEST_RESUMED",
    "The reminder goes on. {promise}",
    "Translators: a paused weekly reminder goes on.",
    promise="=DIGEST_SET",
)
DIGEST_SENDING = _phrase(
    "DIGEST_SENDING", "The reminder is on its way.", "Translators: somebody asked for the weekly reminder at once."
)
DIGEST_ENDED = _phrase("DIGEST_ENDED", "The weekly reminder is deleted.", "Translators: a weekly reminder was deleted.")
DIGEST_NONE = _phrase(
    "DIGEST_NONE",
    "There is no weekly reminder here. You can set one up, for example with {example}.",
    "Translators: somebody asks for the weekly reminders of a place without any.",
    example="=ASK_DIGEST",
)
ASK_DIGEST = _phrase(
    "ASK_DIGEST", "weekly reminder Monday at 8", "Translators: example of a message that sets up a weekly reminder."
)
ASK_DIGESTS = _phrase(
    "ASK_DIGESTS", "Show the weekly reminders", "Translators: suggestion: the weekly reminders of a place."
)
DIGESTS_HERE = _phrase(
    "DIGESTS_HERE",
    "There is {count} weekly reminder here.",
    "Translators: the weekly reminders of a place.",
    plural="There are {count} weekly reminders here.",
    count=2,
)
DIGEST_WHICH = _phrase(
    "DIGEST_WHICH", "Which one do you mean?", "Translators: several weekly reminders could be meant."
)
DIGEST_NOT_YOURS = _phrase(
    "DIGEST_NOT_YOURS",
    "Only whoever set up the reminder, and secretaries, can change it.",
    "Translators: somebody tries to change a weekly reminder who may not.",
)
DIGEST_MANY = _phrase(
    "DIGEST_MANY",
    "There are {count} weekly reminders here already, and that is the limit. Delete one first.",
    "Translators: no more weekly reminders can be set up.",
    plural="There are {count} weekly reminders here already, and that is the limit. Delete one first.",
    count=20,
)
DIGEST_WRONG_TIME = _phrase(
    "DIGEST_WRONG_TIME",
    "Between 2 and 3 at night clocks are changed. Choose another time.",
    "Translators: a time that a weekly reminder cannot have.",
)
DIGEST_WRONG = _phrase(
    "DIGEST_WRONG",
    "Something in the form does not make sense: {field}.",
    "Translators: a field of the form of a weekly reminder is wrong.",
    field="=FIELD_DIGEST_TIME",
)
DIGEST_WRONG_CASES = _phrase(
    "DIGEST_WRONG_CASES",
    "A case number looks like 24/1234. I do not recognise {text}.",
    "Translators: no case number was recognised in the form of a weekly reminder.",
    text="abc",
)
DIGEST_UNKNOWN = _phrase(
    "DIGEST_UNKNOWN",
    "I do not know which case, body or initiative {text} is. Choose it here.",
    "Translators: somebody wants a weekly reminder about something that is not known.",
    text="»taget«",
)
DIGEST_PAUSE_WHEN = _phrase(
    "DIGEST_PAUSE_WHEN",
    "Until when shall the reminder be paused? Write for example {example}.",
    "Translators: somebody pauses a weekly reminder without saying until when.",
    example="=ASK_DIGEST_PAUSE",
)
ASK_DIGEST_PAUSE = _phrase(
    "ASK_DIGEST_PAUSE",
    "pause the reminder until 4 August",
    "Translators: example of a message that pauses a weekly reminder.",
)
DIGEST_PAUSE_PAST = _phrase(
    "DIGEST_PAUSE_PAST",
    "{day} has passed. Choose a day to come.",
    "Translators: somebody pauses a weekly reminder until a day in the past.",
    day=date(2026, 12, 3),
)
DIGEST_FORM = _phrase("DIGEST_FORM", "Weekly reminder", "Translators: heading of the form of a weekly reminder.")
DIGEST_FORM_INTRO = _phrase(
    "DIGEST_FORM_INTRO",
    "Nothing chosen means everything that all here may know.",
    "Translators: below the heading of the form in a channel or group.",
)
DIGEST_FORM_INTRO_YOU = _phrase(
    "DIGEST_FORM_INTRO_YOU",
    "Nothing chosen means everything that you may know.",
    "Translators: below the heading of the form in a private chat.",
)
FIELD_DIGEST_BODIES = _phrase("FIELD_DIGEST_BODIES", "Bodies", "Translators: a field of the form of a weekly reminder.")
FIELD_DIGEST_INITIATIVES = _phrase(
    "FIELD_DIGEST_INITIATIVES", "Initiatives", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_CASES = _phrase(
    "FIELD_DIGEST_CASES", "Case numbers", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_MINE = _phrase(
    "FIELD_DIGEST_MINE", "Only my own follow-ups", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_WEEKDAY = _phrase("FIELD_DIGEST_WEEKDAY", "Day", "Translators: a field of the form of a weekly reminder.")
FIELD_DIGEST_TIME = _phrase("FIELD_DIGEST_TIME", "Time", "Translators: a field of the form of a weekly reminder.")
FIELD_DIGEST_LANG = _phrase("FIELD_DIGEST_LANG", "Language", "Translators: a field of the form of a weekly reminder.")
FIELD_DIGEST_HORIZON = _phrase(
    "FIELD_DIGEST_HORIZON", "How far ahead", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_SECTIONS = _phrase(
    "FIELD_DIGEST_SECTIONS", "Contents", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_SHIFT = _phrase(
    "FIELD_DIGEST_SHIFT", "When the day is a holiday", "Translators: a field of the form of a weekly reminder."
)
FIELD_DIGEST_EMPTY = _phrase(
    "FIELD_DIGEST_EMPTY",
    "Write even when there is nothing to say",
    "Translators: a field of the form of a weekly reminder.",
)
FIELD_DIGEST_UNTIL = _phrase(
    "FIELD_DIGEST_UNTIL", "Paused until", "Translators: a field: until when a weekly reminder is paused."
)
DIGEST_WEEKS = _phrase(
    "DIGEST_WEEKS",
    "{count} week",
    "Translators: how far ahead a weekly reminder looks.",
    plural="{count} weeks",
    count=2,
)
DIGEST_SHIFT_BEFORE = _phrase(
    "DIGEST_SHIFT_BEFORE", "The working day before", "Translators: what becomes of a weekly reminder on a holiday."
)
DIGEST_SHIFT_AFTER = _phrase(
    "DIGEST_SHIFT_AFTER", "The working day after", "Translators: what becomes of a weekly reminder on a holiday."
)
DIGEST_SHIFT_KEEP = _phrase(
    "DIGEST_SHIFT_KEEP", "Send it all the same", "Translators: what becomes of a weekly reminder on a holiday."
)
DIGEST_SHIFT_SKIP = _phrase(
    "DIGEST_SHIFT_SKIP", "Skip it that week", "Translators: what becomes of a weekly reminder on a holiday."
)
DIGEST_PART_OVERDUE = _phrase(
    "DIGEST_PART_OVERDUE", "Overdue follow-ups", "Translators: a part of a weekly reminder, in its form."
)
DIGEST_PART_SOON = _phrase(
    "DIGEST_PART_SOON", "Follow-ups due soon", "Translators: a part of a weekly reminder, in its form."
)
DIGEST_PART_DEADLINES = _phrase(
    "DIGEST_PART_DEADLINES", "Deadlines of coming agendas", "Translators: a part of a weekly reminder, in its form."
)
DIGEST_PART_MEETINGS = _phrase(
    "DIGEST_PART_MEETINGS", "Coming meetings", "Translators: a part of a weekly reminder, in its form."
)
DIGEST_PART_MILESTONES = _phrase(
    "DIGEST_PART_MILESTONES", "Milestones", "Translators: a part of a weekly reminder, in its form."
)
DIGEST_PART_NEW = _phrase("DIGEST_PART_NEW", "New decisions", "Translators: a part of a weekly reminder, in its form.")
DIGEST_YES = _phrase("DIGEST_YES", "Yes", "Translators: beside the box of a question in the form of a weekly reminder.")
DIGEST_LANG_DA = _phrase("DIGEST_LANG_DA", "Danish", "Translators: a language, in the form of a weekly reminder.")
DIGEST_LANG_EN = _phrase("DIGEST_LANG_EN", "English", "Translators: a language, in the form of a weekly reminder.")
DIGEST_BY = _phrase("DIGEST_BY", "Set up by {name}", "Translators: who set up a weekly reminder.", name="Anna Jensen")
DIGEST_ROW_ABOUT = _phrase("DIGEST_ROW_ABOUT", "About", "Translators: label before what a weekly reminder is about.")
DIGEST_ROW_WHEN = _phrase("DIGEST_ROW_WHEN", "When", "Translators: label before the rhythm of a weekly reminder.")
BUTTON_DIGEST_SAVE = _phrase("BUTTON_DIGEST_SAVE", "Save", "Translators: button of the form of a weekly reminder.")
BUTTON_DIGEST_CHANGE = _phrase("BUTTON_DIGEST_CHANGE", "Change", "Translators: button at a weekly reminder.")
BUTTON_DIGEST_NOW = _phrase("BUTTON_DIGEST_NOW", "Send now", "Translators: button at a weekly reminder.")
BUTTON_DIGEST_PAUSE = _phrase("BUTTON_DIGEST_PAUSE", "Pause", "Translators: button at a weekly reminder.")
BUTTON_DIGEST_RESUME = _phrase(
    "BUTTON_DIGEST_RESUME", "Go on", "Translators: button at a weekly reminder that is paused."
)
BUTTON_DIGEST_DELETE = _phrase("BUTTON_DIGEST_DELETE", "Delete", "Translators: button at a weekly reminder.")
BUTTON_DIGEST_AGAIN = _phrase(
    "BUTTON_DIGEST_AGAIN", "Set it up again", "Translators: button at a weekly reminder that was deleted."
)
BUTTON_DIGEST_OFFER = _phrase(
    "BUTTON_DIGEST_OFFER",
    "Weekly reminder, Monday at 8:00",
    "Translators: button of the welcome in a channel or group.",
)
DIGEST_MINE_PRIVATE = _phrase(
    "DIGEST_MINE_PRIVATE",
    "I only send your own follow-ups in a private chat. Write {ask} to me there.",
    "Translators: somebody in a channel wants a weekly reminder of their own follow-ups.",
    ask="=ASK_DIGEST_MINE",
)
ASK_DIGEST_MINE = _phrase(
    "ASK_DIGEST_MINE",
    "my follow-ups every Monday",
    "Translators: example of a message that sets up a weekly reminder in a private chat.",
)
DIGEST_NOT_PAUSED = _phrase(
    "DIGEST_NOT_PAUSED", "No reminder is paused here.", "Translators: somebody ends a pause where there is none."
)
DIGEST_BODY_GONE = _phrase(
    "DIGEST_BODY_GONE",
    "One of the bodies cannot be chosen here: not everybody may know of it.",
    "Translators: a body was chosen for a weekly reminder that not everybody may know of.",
)
