"""What people read about agendas, named, in English; the Danish is in da.agendaphrases.po."""

from __future__ import annotations

from cards.catalogue import phrase as _phrase

# What stands on the agenda.
AGENDA_LABEL = _phrase("AGENDA_LABEL", "Agenda", "Translators: small heading above a published agenda.")
AGENDA_LABEL_DRAFT = _phrase(
    "AGENDA_LABEL_DRAFT",
    "Agenda. Not published",
    "Translators: small heading above an agenda that is being put together.",
)
AGENDA_LABEL_LOCKED = _phrase(
    "AGENDA_LABEL_LOCKED",
    "Agenda. Locked, not published",
    "Translators: small heading above an agenda whose numbers stand.",
)
AGENDA_LABEL_OPENED = _phrase(
    "AGENDA_LABEL_OPENED",
    "Agenda. Being changed after publication",
    "Translators: small heading above an agenda that was published and unlocked.",
)
AGENDA_OF = _phrase(
    "AGENDA_OF",
    "Agenda for {body}, {when}",
    "Translators: first line of an agenda; when is a day and time.",
    body="Direktionen",
    when="torsdag den 3. december 2026 kl. 8.30",
)
AGENDA_PROPOSED = _phrase(
    "AGENDA_PROPOSED",
    "This is my proposal: the standing items and the approved ones, in the order they were submitted.",
    "Translators: above an agenda that nobody has put in order.",
)
AGENDA_PUBLISHED_ON = _phrase(
    "AGENDA_PUBLISHED_ON",
    "Published {moment}.",
    "Translators: below the head of an agenda.",
    moment="torsdag den 26. november 2026 kl. 12.00",
)
AGENDA_PUBLISHED_STANDS = _phrase(
    "AGENDA_PUBLISHED_STANDS",
    "Everybody still sees the agenda as it was published {moment}, until you publish it again.",
    "Translators: notice on an agenda that was unlocked after it was published.",
    moment="torsdag den 26. november 2026 kl. 12.00",
)
AGENDA_EMPTY = _phrase(
    "AGENDA_EMPTY",
    "There are no items on the agenda for {body}, {when} yet.",
    "Translators: an agenda without items.",
    body="Direktionen",
    when="torsdag den 3. december 2026",
)
AGENDA_NOT_PUBLISHED = _phrase(
    "AGENDA_NOT_PUBLISHED",
    "The agenda for {body}, {when} is not published yet.",
    "Translators: somebody asks for the document of an agenda that they may not read yet.",
    body="Direktionen",
    when="torsdag den 3. december 2026",
)
AGENDA_SUPPLEMENT_NUMBER = _phrase(
    "AGENDA_SUPPLEMENT_NUMBER",
    "Supplementary agenda {number}",
    "Translators: small heading above the late items on an agenda.",
    number="1",
)
AGENDA_TYPE_DECISION = _phrase("AGENDA_TYPE_DECISION", "For decision", "Translators: type of an item on an agenda.")
AGENDA_TYPE_BRIEFING = _phrase("AGENDA_TYPE_BRIEFING", "For information", "Translators: type of an item on an agenda.")
AGENDA_TYPE_DISCUSSION = _phrase(
    "AGENDA_TYPE_DISCUSSION", "For discussion", "Translators: type of an item on an agenda."
)
AGENDA_STANDING_TYPE = _phrase("AGENDA_STANDING_TYPE", "Standing item", "Translators: type of an item on an agenda.")
AGENDA_MINUTES = _phrase(
    "AGENDA_MINUTES", "{count} minute", "Translators: how long an item takes.", plural="{count} minutes", count=20
)
AGENDA_NO_MINUTES = _phrase(
    "AGENDA_NO_MINUTES", "no time given", "Translators: an item whose author has not said how long it takes."
)
AGENDA_CLOSED = _phrase("AGENDA_CLOSED", "closed", "Translators: mark behind the title of a closed item.")
AGENDA_KNOWN_AS = _phrase(
    "AGENDA_KNOWN_AS",
    "Named in the open edition: {title}",
    "Translators: line below a closed item: what everybody may know of it.",
    title="»Nyt tag«",
)
AGENDA_UNNAMED = _phrase(
    "AGENDA_UNNAMED", "Not named in the open edition", "Translators: line below a closed item without a neutral title."
)
AGENDA_TIME = _phrase(
    "AGENDA_TIME",
    "{count} minute in all.",
    "Translators: sum of the minutes of an agenda.",
    plural="{count} minutes in all.",
    count=95,
)
AGENDA_TIME_OF = _phrase(
    "AGENDA_TIME_OF",
    "{count} minute in all; the meeting has {room}.",
    "Translators: sum of the minutes of an agenda.",
    plural="{count} minutes in all; the meeting has {room}.",
    count=95,
    room="120",
)
AGENDA_TIME_OVER = _phrase(
    "AGENDA_TIME_OVER",
    "{count} minute in all: more than the {room} the meeting has.",
    "Translators: warning that an agenda is too long.",
    plural="{count} minutes in all: more than the {room} the meeting has.",
    count=95,
    room="90",
)
AGENDA_TIME_MISSING = _phrase(
    "AGENDA_TIME_MISSING",
    "{count} item has no time given.",
    "Translators: after the sum of the minutes.",
    plural="{count} items have no time given.",
    count=2,
)
AGENDA_OFFERED = _phrase(
    "AGENDA_OFFERED",
    "{count} approved item is not on the agenda. Press it to put it on.",
    "Translators: above items that are ready for an agenda.",
    plural="{count} approved items are not on the agenda. Press one to put it on.",
    count=2,
)
AGENDA_OFFERED_LATE = _phrase(
    "AGENDA_OFFERED_LATE",
    "{count} item was approved after the agenda was published. It can go on a supplementary agenda.",
    "Translators: above late items.",
    plural="{count} items were approved after the agenda was published. They can go on a supplementary agenda.",
    count=2,
)
AGENDA_OFFERED_LOCKED = _phrase(
    "AGENDA_OFFERED_LOCKED",
    "{count} approved item is not on the agenda. Unlock the agenda to put it on.",
    "Translators: above items that are ready for a locked agenda.",
    plural="{count} approved items are not on the agenda. Unlock the agenda to put them on.",
    count=2,
)
AGENDA_FOLLOW_UPS = _phrase(
    "AGENDA_FOLLOW_UPS",
    "{count} follow-up of {body} is due by the meeting. Press it to make an item of it.",
    "Translators: above follow-ups.",
    plural="{count} follow-ups of {body} are due by the meeting. Press one to make an item of it.",
    count=2,
    body="Direktionen",
)
AGENDA_STANDING_MINUTES = _phrase(
    "AGENDA_STANDING_MINUTES", "Approval of the minutes", "Translators: title of a standing item that is proposed."
)
AGENDA_STANDING_COMING = _phrase(
    "AGENDA_STANDING_COMING", "Coming items", "Translators: title of a standing item that is proposed."
)
AGENDA_STANDING_OTHER = _phrase(
    "AGENDA_STANDING_OTHER", "Any other business", "Translators: title of a standing item that is proposed."
)
AGENDA_MORE = _phrase("AGENDA_MORE", "More items", "Translators: button: the next page of an agenda.")

# One entry, and their order.
AGENDA_ENTRY_LABEL = _phrase(
    "AGENDA_ENTRY_LABEL", "Item {number} on the agenda", "Translators: small heading above one entry.", number="3"
)
AGENDA_ENTRY_BETWEEN = _phrase(
    "AGENDA_ENTRY_BETWEEN",
    "It stands after {before} and before {after}.",
    "Translators: where an entry stands.",
    before="»Nyt tag«",
    after="»Eventuelt«",
)
AGENDA_ENTRY_FIRST = _phrase(
    "AGENDA_ENTRY_FIRST", "It stands first, before {after}.", "Translators: where an entry stands.", after="»Nyt tag«"
)
AGENDA_ENTRY_LAST = _phrase(
    "AGENDA_ENTRY_LAST", "It stands last, after {before}.", "Translators: where an entry stands.", before="»Nyt tag«"
)
AGENDA_ENTRY_ONLY = _phrase("AGENDA_ENTRY_ONLY", "It is the only item.", "Translators: where an entry stands.")
AGENDA_BUTTON_UP = _phrase("AGENDA_BUTTON_UP", "Move up", "Translators: button.")
AGENDA_BUTTON_DOWN = _phrase("AGENDA_BUTTON_DOWN", "Move down", "Translators: button.")
AGENDA_BUTTON_OFF = _phrase("AGENDA_BUTTON_OFF", "Take off", "Translators: button: takes an item off the agenda.")
AGENDA_BUTTON_NEUTRAL = _phrase(
    "AGENDA_BUTTON_NEUTRAL", "Neutral title", "Translators: button: what everybody may know of a closed item."
)
AGENDA_BUTTON_BACK = _phrase("AGENDA_BUTTON_BACK", "The agenda", "Translators: button back to the agenda.")
AGENDA_BUTTON_SHOW = _phrase("AGENDA_BUTTON_SHOW", "See the item", "Translators: button: shows an item whole.")
AGENDA_BUTTON_ORDER = _phrase("AGENDA_BUTTON_ORDER", "Change the order", "Translators: button.")
AGENDA_BUTTON_KEEP_ORDER = _phrase("AGENDA_BUTTON_KEEP_ORDER", "Save the order", "Translators: button.")
AGENDA_BUTTON_LOCK = _phrase("AGENDA_BUTTON_LOCK", "Lock and number", "Translators: button.")
AGENDA_BUTTON_UNLOCK = _phrase("AGENDA_BUTTON_UNLOCK", "Unlock", "Translators: button.")
AGENDA_BUTTON_PUBLISH = _phrase("AGENDA_BUTTON_PUBLISH", "Publish", "Translators: button.")
AGENDA_BUTTON_SUPPLEMENT = _phrase("AGENDA_BUTTON_SUPPLEMENT", "Supplementary agenda", "Translators: button.")
AGENDA_BUTTON_PUBLISH_SUPPLEMENT = _phrase(
    "AGENDA_BUTTON_PUBLISH_SUPPLEMENT", "Publish the supplementary agenda", "Translators: button."
)
AGENDA_BUTTON_STANDING = _phrase("AGENDA_BUTTON_STANDING", "Standing items", "Translators: button.")
AGENDA_BUTTON_FILES = _phrase("AGENDA_BUTTON_FILES", "Documents", "Translators: button.")
AGENDA_BUTTON_PRACTICE = _phrase(
    "AGENDA_BUTTON_PRACTICE", "How the body does it", "Translators: button: how a body's agendas are made."
)
AGENDA_BUTTON_HISTORY = _phrase(
    "AGENDA_BUTTON_HISTORY", "What has happened", "Translators: button: history of an agenda."
)
AGENDA_BUTTON_CHANGE = _phrase(
    "AGENDA_BUTTON_CHANGE", "Change this", "Translators: button: how a body makes its agendas."
)
AGENDA_BUTTON_STANDING_OFF = _phrase(
    "AGENDA_BUTTON_STANDING_OFF",
    "Take off: {title}",
    "Translators: button: takes a standing item off an agenda.",
    title="Eventuelt",
)
AGENDA_BUTTON_STANDING_ON = _phrase(
    "AGENDA_BUTTON_STANDING_ON",
    "Put on: {title}",
    "Translators: button: puts a standing item on an agenda.",
    title="Eventuelt",
)
AGENDA_BUTTON_SAVE = _phrase("AGENDA_BUTTON_SAVE", "Save", "Translators: button.")
AGENDA_ORDER_ASK = _phrase("AGENDA_ORDER_ASK", "Order of the agenda", "Translators: heading of a form.")
AGENDA_ORDER_HOW = _phrase(
    "AGENDA_ORDER_HOW",
    "Write the place each item is to have. The others keep their order.",
    "Translators: how to fill in a form.",
)
AGENDA_ORDER_WRONG = _phrase(
    "AGENDA_ORDER_WRONG",
    "A place is a whole number from 1 to {count}.",
    "Translators: a number that cannot be.",
    count=12,
)
AGENDA_MOVED = _phrase(
    "AGENDA_MOVED", "{title} is now item {number}.", "Translators: an item was moved.", title="»Nyt tag«", number="2"
)
AGENDA_ORDERED = _phrase("AGENDA_ORDERED", "The order is saved.", "Translators: the order was changed.")
AGENDA_AT_END = _phrase(
    "AGENDA_AT_END", "{title} is there already.", "Translators: an item cannot be moved further.", title="»Nyt tag«"
)
AGENDA_PUT_ON = _phrase(
    "AGENDA_PUT_ON",
    "{title} is now on the agenda as item {number}.",
    "Translators: an item was put on.",
    title="»Nyt tag«",
    number="4",
)
AGENDA_TAKEN_OFF = _phrase(
    "AGENDA_TAKEN_OFF",
    "{title} is off the agenda. It is still approved for the meeting.",
    "Translators: an item was taken off.",
    title="»Nyt tag«",
)
AGENDA_STANDING_OFF = _phrase(
    "AGENDA_STANDING_OFF",
    "{title} is off the agenda.",
    "Translators: a standing item was taken off.",
    title="»Eventuelt«",
)
AGENDA_STANDING_ON = _phrase(
    "AGENDA_STANDING_ON", "{title} is on the agenda.", "Translators: a standing item was put on.", title="»Eventuelt«"
)
AGENDA_NO_ITEM = _phrase(
    "AGENDA_NO_ITEM",
    "There is no item {number} on the agenda.",
    "Translators: a number that is not on the agenda.",
    number="12",
)
AGENDA_WHICH_ITEM = _phrase(
    "AGENDA_WHICH_ITEM",
    "Which item do you mean? Write its number, for example: move item 3 up.",
    "Translators: it is not clear what is to be moved.",
)
AGENDA_NONE_CALLED = _phrase(
    "AGENDA_NONE_CALLED",
    "I find no approved item called {title} for {body}, {when}. It has to be approved for the meeting first.",
    "Translators: somebody wants to put an item on that is not ready.",
    title="»tag«",
    body="Direktionen",
    when="torsdag den 3. december 2026",
)
AGENDA_WHICH_PUT = _phrase(
    "AGENDA_WHICH_PUT", "Which item shall I put on the agenda?", "Translators: a choice of items."
)
AGENDA_WHICH_MEETING = _phrase(
    "AGENDA_WHICH_MEETING", "Which meeting do you mean?", "Translators: a choice of meetings."
)
AGENDA_NO_MEETING = _phrase(
    "AGENDA_NO_MEETING",
    "I find no coming meeting of {body} to make an agenda for.",
    "Translators: no meeting is planned.",
    body="Direktionen",
)
AGENDA_NO_BODY = _phrase(
    "AGENDA_NO_BODY",
    "For which body? Write for example: agenda for Direktionen on 3 December.",
    "Translators: it is not clear which body is meant.",
)

# Locking, publishing, late items.
AGENDA_LOCKED = _phrase("AGENDA_LOCKED", "The agenda is locked and numbered.", "Translators: it was locked.")
AGENDA_LOCKED_NEXT = _phrase(
    "AGENDA_LOCKED_NEXT",
    "Nobody but the members and secretaries of {body} sees it until you publish it.",
    "Translators: after it was locked.",
    body="Direktionen",
)
AGENDA_UNLOCK_ASK = _phrase("AGENDA_UNLOCK_ASK", "Why is the agenda to be unlocked?", "Translators: heading of a form.")
AGENDA_UNLOCK_WHAT = _phrase(
    "AGENDA_UNLOCK_WHAT",
    "The reason goes into the history of the agenda. The numbers are given anew when you lock it again.",
    "Translators: what unlocking means.",
)
AGENDA_FIELD_REASON = _phrase("AGENDA_FIELD_REASON", "Reason", "Translators: label of an input.")
AGENDA_REASON_NEEDED = _phrase("AGENDA_REASON_NEEDED", "Write a reason.", "Translators: a reason is needed.")
AGENDA_UNLOCKED = _phrase("AGENDA_UNLOCKED", "The agenda is unlocked.", "Translators: it was unlocked.")
AGENDA_PUBLISH_ASK = _phrase(
    "AGENDA_PUBLISH_ASK",
    "Publish the agenda for {body}, {when}?",
    "Translators: asked before publishing.",
    body="Direktionen",
    when="torsdag den 3. december 2026",
)
AGENDA_PUBLISH_OPEN = _phrase(
    "AGENDA_PUBLISH_OPEN",
    "Everybody employed here will see {count} open item.",
    "Translators: what publishing means.",
    plural="Everybody employed here will see the {count} open items.",
    count=5,
)
AGENDA_PUBLISH_NONE_OPEN = _phrase(
    "AGENDA_PUBLISH_NONE_OPEN",
    "There is no open item on it: nobody but members and secretaries will see anything of it.",
    "Translators: what publishing means.",
)
AGENDA_PUBLISH_CLOSED = _phrase(
    "AGENDA_PUBLISH_CLOSED",
    "{count} closed item is for members and secretaries only.",
    "Translators: what publishing means.",
    plural="{count} closed items are for members and secretaries only.",
    count=2,
)
AGENDA_PUBLISH_NAMED = _phrase(
    "AGENDA_PUBLISH_NAMED",
    "In the open edition {count} of them is named by its number and neutral title.",
    "Translators: what publishing means.",
    plural="In the open edition {count} of them are named by number and neutral title.",
    count=1,
)
AGENDA_PUBLISH_CHANNEL = _phrase(
    "AGENDA_PUBLISH_CHANNEL",
    "I post the open items in {channel}. Closed items are not mentioned there.",
    "Translators: where an agenda will be posted.",
    channel="»Direktionssekretariatet«",
)
AGENDA_THE_CHANNEL = _phrase(
    "AGENDA_THE_CHANNEL", "the channel of the body", "Translators: a channel whose name is not known."
)
AGENDA_PUBLISH_NO_CHANNEL = _phrase(
    "AGENDA_PUBLISH_NO_CHANNEL",
    "{body} has no channel, so I post nothing. Write »use this channel for {body}« in the channel you want.",
    "Translators: there is nowhere to post.",
    body="Direktionen",
)
AGENDA_PUBLISHED = _phrase("AGENDA_PUBLISHED", "The agenda is published.", "Translators: it was published.")
AGENDA_POSTED = _phrase(
    "AGENDA_POSTED",
    "The open items are on their way to {channel}.",
    "Translators: after publishing.",
    channel="»Direktionssekretariatet«",
)
AGENDA_SUPPLEMENT_ASK = _phrase(
    "AGENDA_SUPPLEMENT_ASK",
    "Which late items go on a supplementary agenda for {body}, {when}?",
    "Translators: heading of a form.",
    body="Direktionen",
    when="torsdag den 3. december 2026",
)
AGENDA_SUPPLEMENT_WHAT = _phrase(
    "AGENDA_SUPPLEMENT_WHAT",
    "It is published at once and numbered on from the agenda.",
    "Translators: what a supplementary agenda means.",
)
AGENDA_SUPPLEMENT_NONE = _phrase(
    "AGENDA_SUPPLEMENT_NONE",
    "There is no approved item that is not on the agenda already.",
    "Translators: nothing for a supplementary agenda.",
)
AGENDA_FIELD_ITEMS = _phrase("AGENDA_FIELD_ITEMS", "Items", "Translators: label of a choice.")
AGENDA_SUPPLEMENTED = _phrase(
    "AGENDA_SUPPLEMENTED",
    "The supplementary agenda is published with {count} item.",
    "Translators: it was published.",
    plural="The supplementary agenda is published with {count} items.",
    count=2,
)

# What stands against it.
AGENDA_STALE = _phrase(
    "AGENDA_STALE",
    "{name} {done} {moment}. Nothing was changed just now; this is how the agenda stands.",
    "Translators: somebody was faster; done is what they did.",
    name="Finn Bo",
    done="har ændret rækkefølgen",
    moment="torsdag den 26. november 2026 kl. 12.00",
)
AGENDA_CHANGED_MEANWHILE = _phrase(
    "AGENDA_CHANGED_MEANWHILE",
    "The agenda was changed meanwhile. Nothing was changed just now; this is how it stands.",
    "Translators: somebody was faster.",
)
AGENDA_YOU = _phrase("AGENDA_YOU", "You", "Translators: the reader, as who did something.")
AGENDA_SOMEBODY = _phrase("AGENDA_SOMEBODY", "Somebody else", "Translators: somebody without a known name.")
AGENDA_DID_ARRANGE = _phrase(
    "AGENDA_DID_ARRANGE",
    "changed the items or their order",
    "Translators: what somebody did with an agenda, after their name and before a moment.",
)
AGENDA_DID_STANDING = _phrase("AGENDA_DID_STANDING", "changed the standing items", "Translators: what somebody did.")
AGENDA_DID_LOCK = _phrase("AGENDA_DID_LOCK", "locked the agenda", "Translators: what somebody did.")
AGENDA_DID_UNLOCK = _phrase("AGENDA_DID_UNLOCK", "unlocked the agenda", "Translators: what somebody did.")
AGENDA_DID_PUBLISH = _phrase("AGENDA_DID_PUBLISH", "published the agenda", "Translators: what somebody did.")
AGENDA_DID_SUPPLEMENT = _phrase(
    "AGENDA_DID_SUPPLEMENT", "published a supplementary agenda", "Translators: what somebody did."
)
AGENDA_DID_MINUTES = _phrase("AGENDA_DID_MINUTES", "worked on the minutes", "Translators: what somebody did.")
AGENDA_HISTORY_OF = _phrase(
    "AGENDA_HISTORY_OF", "What has happened with the agenda", "Translators: heading of a history."
)
AGENDA_HISTORY_LINE = _phrase(
    "AGENDA_HISTORY_LINE",
    "{name} {done}, {moment}.",
    "Translators: one line of a history.",
    name="Finn Bo",
    done="har låst dagsordenen",
    moment="torsdag den 26. november 2026 kl. 12.00",
)
AGENDA_HISTORY_NONE = _phrase(
    "AGENDA_HISTORY_NONE", "Nothing has been done with the agenda yet.", "Translators: an empty history."
)
AGENDA_FAULT_LOCKED = _phrase(
    "AGENDA_FAULT_LOCKED",
    "The agenda is locked, so its items and order stand. Unlock it first.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_PUBLISHED = _phrase(
    "AGENDA_FAULT_PUBLISHED",
    "The agenda is published. Late items go on a supplementary agenda; for other changes, unlock it first.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_PUBLISHED_ALREADY = _phrase(
    "AGENDA_FAULT_PUBLISHED_ALREADY",
    "The agenda is published already. To publish it anew, unlock it, change it and lock it again.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_NOT_LOCKED = _phrase(
    "AGENDA_FAULT_NOT_LOCKED",
    "The agenda is not locked yet. Lock and number it first.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_OPEN_ALREADY = _phrase(
    "AGENDA_FAULT_OPEN_ALREADY",
    "The agenda is not locked, so you can change it right away.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_NOT_PUBLISHED = _phrase(
    "AGENDA_FAULT_NOT_PUBLISHED",
    "The agenda is not published yet, so you can put the item on the agenda itself.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_NOTHING = _phrase(
    "AGENDA_FAULT_NOTHING",
    "There is nothing on the agenda yet. Items have to be approved for the meeting first.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_MINUTES = _phrase(
    "AGENDA_FAULT_MINUTES",
    "The minutes of the meeting have been begun, so the agenda stands as it is.",
    "Translators: why something cannot be done.",
)
AGENDA_FAULT_WRONG = _phrase(
    "AGENDA_FAULT_WRONG",
    "One of the items can no longer be on this agenda. This is how it stands.",
    "Translators: why something cannot be done.",
)

# Closed items in the open edition.
AGENDA_NEUTRAL_ASK = _phrase(
    "AGENDA_NEUTRAL_ASK",
    "What may everybody know of {title}?",
    "Translators: heading of a form on a closed item.",
    title="»Nyt tag«",
)
AGENDA_NEUTRAL_WHAT = _phrase(
    "AGENDA_NEUTRAL_WHAT",
    "The open edition names the item by its number and this title. Leave it empty to leave the item out.",
    "Translators: what a neutral title means.",
)
AGENDA_FIELD_NEUTRAL = _phrase("AGENDA_FIELD_NEUTRAL", "Neutral title", "Translators: label of an input.")
AGENDA_NEUTRAL_SET = _phrase(
    "AGENDA_NEUTRAL_SET",
    "In the open edition the item is named {title}.",
    "Translators: it was set.",
    title="»Personsag«",
)
AGENDA_NEUTRAL_GONE = _phrase(
    "AGENDA_NEUTRAL_GONE", "The open edition does not name the item any more.", "Translators: it was taken away."
)
AGENDA_NEUTRAL_OPEN = _phrase(
    "AGENDA_NEUTRAL_OPEN",
    "Item {number} is open, so it is named by its own title.",
    "Translators: a neutral title for an open item.",
    number="3",
)

# How a body does it.
AGENDA_PRACTICE_OF = _phrase(
    "AGENDA_PRACTICE_OF", "How agendas for {body} are made", "Translators: heading.", body="Direktionen"
)
AGENDA_PRACTICE_YEAR = _phrase(
    "AGENDA_PRACTICE_YEAR", "Items are numbered through the year.", "Translators: how it is."
)
AGENDA_PRACTICE_MEETING = _phrase(
    "AGENDA_PRACTICE_MEETING", "Items are numbered from 1 at each meeting.", "Translators: how it is."
)
AGENDA_PRACTICE_FIRST = _phrase(
    "AGENDA_PRACTICE_FIRST", "First comes {titles}.", "Translators: how it is.", titles="»Godkendelse af referat«"
)
AGENDA_PRACTICE_LAST = _phrase(
    "AGENDA_PRACTICE_LAST", "Last comes {titles}.", "Translators: how it is.", titles="»Kommende sager« og »Eventuelt«"
)
AGENDA_PRACTICE_NO_STANDING = _phrase(
    "AGENDA_PRACTICE_NO_STANDING", "There are no standing items.", "Translators: how it is."
)
AGENDA_PRACTICE_CHANNEL = _phrase(
    "AGENDA_PRACTICE_CHANNEL",
    "The open items are posted in {channel}.",
    "Translators: how it is.",
    channel="»Direktionssekretariatet«",
)
AGENDA_PRACTICE_NO_CHANNEL = _phrase(
    "AGENDA_PRACTICE_NO_CHANNEL",
    "Nothing is posted anywhere. Write »use this channel for {body}« in the channel you want.",
    "Translators: how it is.",
    body="Direktionen",
)
AGENDA_PRACTICE_WHICH = _phrase("AGENDA_PRACTICE_WHICH", "Which body do you mean?", "Translators: a choice of bodies.")
AGENDA_FIELD_NUMBERING = _phrase("AGENDA_FIELD_NUMBERING", "Numbering", "Translators: label of a choice.")
AGENDA_CHOICE_YEAR = _phrase("AGENDA_CHOICE_YEAR", "Through the year", "Translators: a choice.")
AGENDA_CHOICE_MEETING = _phrase("AGENDA_CHOICE_MEETING", "From 1 at each meeting", "Translators: a choice.")
AGENDA_CHOICE_FIRST = _phrase("AGENDA_CHOICE_FIRST", "First", "Translators: where a standing item stands.")
AGENDA_CHOICE_LAST = _phrase("AGENDA_CHOICE_LAST", "Last", "Translators: where a standing item stands.")
AGENDA_CHOICE_NOT = _phrase("AGENDA_CHOICE_NOT", "Not on the agenda", "Translators: where a standing item stands.")
AGENDA_CHOICE_ON = _phrase(
    "AGENDA_CHOICE_ON", "On the agenda", "Translators: whether a standing item is on this agenda."
)
AGENDA_FIELD_CHANNEL = _phrase(
    "AGENDA_FIELD_CHANNEL", "Where the open items are posted", "Translators: label of a choice."
)
AGENDA_CHOICE_NO_CHANNEL = _phrase("AGENDA_CHOICE_NO_CHANNEL", "Nowhere", "Translators: a choice.")
AGENDA_STANDING_ASK = _phrase("AGENDA_STANDING_ASK", "Standing items on this agenda", "Translators: heading of a form.")
AGENDA_CHANNEL_SET = _phrase(
    "AGENDA_CHANNEL_SET",
    "From now on I post the open items of {body} here when an agenda is published.",
    "Translators: a channel was chosen.",
    body="Direktionen",
)
AGENDA_CHANNEL_OFF = _phrase(
    "AGENDA_CHANNEL_OFF",
    "Agendas of {body} are no longer posted.",
    "Translators: a channel is no longer used.",
    body="Direktionen",
)
AGENDA_CHANNEL_THERE = _phrase(
    "AGENDA_CHANNEL_THERE",
    "Write that in the channel that the agendas of {body} are to be posted in.",
    "Translators: »use this channel« in a personal chat.",
    body="Direktionen",
)
AGENDA_CHANNEL_WHICH = _phrase(
    "AGENDA_CHANNEL_WHICH",
    "For which body? Write for example: use this channel for Direktionen.",
    "Translators: »use this channel« without a body.",
)

# What the channel reads.
AGENDA_NOTICE = _phrase(
    "AGENDA_NOTICE",
    "The agenda for {body}, {when} is out.",
    "Translators: first line of the post about an agenda.",
    body="Direktionen",
    when="torsdag den 3. december 2026 kl. 8.30",
)
AGENDA_NOTICE_SUPPLEMENT = _phrase(
    "AGENDA_NOTICE_SUPPLEMENT",
    "There is a supplementary agenda for {body}, {when}.",
    "Translators: first line of the post about late items.",
    body="Direktionen",
    when="torsdag den 3. december 2026 kl. 8.30",
)
AGENDA_NOTICE_PLACE = _phrase("AGENDA_NOTICE_PLACE", "Place", "Translators: label before where a meeting is held.")
AGENDA_NOTICE_REST = _phrase(
    "AGENDA_NOTICE_REST",
    "and {count} more item",
    "Translators: after a list that was cut.",
    plural="and {count} more items",
    count=3,
)
AGENDA_BUTTON_WHOLE = _phrase("AGENDA_BUTTON_WHOLE", "See the agenda", "Translators: button.")

# Documents.
AGENDA_FILES_ASK = _phrase("AGENDA_FILES_ASK", "Which document?", "Translators: heading of a choice.")
AGENDA_FILES_OPEN_WORD = _phrase("AGENDA_FILES_OPEN_WORD", "Open edition, Word", "Translators: button.")
AGENDA_FILES_OPEN_PDF = _phrase("AGENDA_FILES_OPEN_PDF", "Open edition, PDF", "Translators: button.")
AGENDA_FILES_FULL_WORD = _phrase("AGENDA_FILES_FULL_WORD", "Full edition, Word", "Translators: button.")
AGENDA_FILES_FULL_PDF = _phrase("AGENDA_FILES_FULL_PDF", "Full edition, PDF", "Translators: button.")
AGENDA_FILES_WHAT = _phrase(
    "AGENDA_FILES_WHAT",
    "The full edition holds closed items and is for members and secretaries. Everybody may have the open one.",
    "Translators: what the editions are.",
)
AGENDA_FILE_HERE = _phrase(
    "AGENDA_FILE_HERE",
    "Here is {name}.",
    "Translators: a document is given; name is a file name.",
    name="Dagsorden-Direktionen-2026-12-03.docx",
)
AGENDA_FILE_FULL_WARNING = _phrase(
    "AGENDA_FILE_FULL_WARNING",
    "It holds closed items. Keep it where only members and secretaries get at it.",
    "Translators: a full edition is given.",
)
AGENDA_FILES_PRIVATELY = _phrase(
    "AGENDA_FILES_PRIVATELY",
    "I give documents in a personal chat. Write to me there.",
    "Translators: somebody asks for a document where others listen.",
)
FILE_SAVED_AT = _phrase(
    "FILE_SAVED_AT",
    "It is saved as {path}.",
    "Translators: a document was put in a folder of this machine; path is its place.",
    path="data/documents/Dagsorden.docx",
)
FILE_NOT_SAVED = _phrase(
    "FILE_NOT_SAVED",
    "It could not be saved. Use »referent agenda« on the command line.",
    "Translators: a document could not be put in a folder.",
)
FILE_CONSENT = _phrase(
    "FILE_CONSENT",
    "Save it in your OneDrive?",
    "Translators: Teams asks before a file is put into somebody's OneDrive.",
)
FILE_UPLOADED = _phrase(
    "FILE_UPLOADED",
    "{name} is in your OneDrive.",
    "Translators: a file was put into somebody's OneDrive.",
    name="Dagsorden.docx",
)
FILE_DECLINED = _phrase("FILE_DECLINED", "All right, I do not save it.", "Translators: somebody did not want a file.")
FILE_NOT_UPLOADED = _phrase(
    "FILE_NOT_UPLOADED",
    "{name} could not be put into your OneDrive. Ask for it again.",
    "Translators: a file could not be put into somebody's OneDrive.",
    name="Dagsorden.docx",
)

# Suggestions.
AGENDA_ASK_LOCK = _phrase("AGENDA_ASK_LOCK", "Lock the agenda", "Translators: suggestion.")
AGENDA_ASK_PUBLISH = _phrase("AGENDA_ASK_PUBLISH", "Publish the agenda", "Translators: suggestion.")
AGENDA_ASK_DOCUMENTS = _phrase("AGENDA_ASK_DOCUMENTS", "The agenda as Word", "Translators: suggestion.")
