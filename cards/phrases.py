"""What people read in answers, in lists and about the calendar, named, in English; locales/da.po holds the Danish.

A note beside each sentence tells translators where it is used; the example fills it in for the phrase book. Sentences
about agenda items, minutes and follow-ups stand in modules of their own, their Danish in files of the same name.
"""

from __future__ import annotations

from datetime import date, time

from cards.catalogue import Phrase as Phrase
from cards.catalogue import phrase as _phrase

# When and where: fragments inside other sentences.
ON_DAY = _phrase(
    "ON_DAY", "on {date}", "Translators: when something was decided; follows a verb.", date=date(2015, 10, 22)
)
ON_DAY_ITEM = _phrase(
    "ON_DAY_ITEM",
    "on {date} (item {number})",
    "Translators: when and under which agenda item something was decided.",
    date=date(2015, 10, 22),
    number="72",
)
UNDER_ITEM = _phrase(
    "UNDER_ITEM", "(item {number})", "Translators: under which agenda item; no date is known.", number="72"
)
THE_MEETING = _phrase(
    "THE_MEETING", "The meeting", "Translators: stands for a deciding body whose name is unknown; begins a sentence."
)
THE_MEETING_INSIDE = _phrase(
    "THE_MEETING_INSIDE",
    "the meeting",
    "Translators: stands for a deciding body whose name is unknown, inside a sentence.",
)

# The first sentence of an answer, one for each kind of decision.
APPROVED = _phrase(
    "APPROVED",
    "{body} approved the recommendation {when}.",
    "Translators: a recommendation was approved as it stood.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
APPROVED_MATTER = _phrase(
    "APPROVED_MATTER",
    "{body} approved the matter {when}.",
    "Translators: approved; the minutes hold no recommendation.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
APPROVED_WITH_CHANGES = _phrase(
    "APPROVED_WITH_CHANGES",
    "{body} approved the recommendation with changes {when}.",
    "Translators: approved, but not as it stood.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
APPROVED_MATTER_WITH_CHANGES = _phrase(
    "APPROVED_MATTER_WITH_CHANGES",
    "{body} approved the matter with changes {when}.",
    "Translators: approved with changes; the minutes hold no recommendation.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
RECOMMENDED = _phrase(
    "RECOMMENDED",
    "{body} recommended the matter for approval {when}. This is a recommendation, not the final decision.",
    "Translators: a committee passes the matter on to the body that decides.",
    body="Økonomiudvalget",
    when="=ON_DAY_ITEM",
)
DISCUSSED = _phrase(
    "DISCUSSED",
    "{body} discussed the matter {when}.",
    "Translators: discussed without approving anything.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
NOTED = _phrase(
    "NOTED",
    "{body} took note of the matter {when}.",
    "Translators: taken note of; nothing was approved.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
BRIEFED = _phrase(
    "BRIEFED",
    "{body} was briefed on the matter {when}.",
    "Translators: a briefing was given; nothing was approved.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
POSTPONED = _phrase(
    "POSTPONED",
    "{body} postponed the matter {when}.",
    "Translators: postponed.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
REFERRED = _phrase(
    "REFERRED",
    "{body} referred the matter {when}.",
    "Translators: referred to somebody else.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
REJECTED = _phrase(
    "REJECTED",
    "{body} said no {when}.",
    "Translators: rejected, by formula or in prose.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
WITHDRAWN = _phrase(
    "WITHDRAWN", "The matter was taken off the agenda {when}.", "Translators: withdrawn.", when="=ON_DAY_ITEM"
)
DELEGATED = _phrase(
    "DELEGATED",
    "{body} authorised others to act in the matter {when}.",
    "Translators: authority was delegated.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
NONE_RECORDED = _phrase(
    "NONE_RECORDED",
    "{body} recorded no decision in the matter {when}.",
    "Translators: the minutes say that there was nothing, or leave the decision empty.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
AS_WORDED = _phrase(
    "AS_WORDED",
    "The decision of {body} {when} reads:",
    "Translators: a decision in prose that fits no class; the quote follows.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
DECIDED_BY = _phrase(
    "DECIDED_BY",
    "{body} made the decision {when}.",
    "Translators: answer to: who decided, when was it decided.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)

# The first sentence of other answers.
RECOMMENDATION_BY = _phrase(
    "RECOMMENDATION_BY",
    "{by} recommended this to {body} {when}:",
    "Translators: answer to: what was recommended; the quote follows.",
    by="Økonomi og Administration",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
RECOMMENDATION_READS = _phrase(
    "RECOMMENDATION_READS",
    "The recommendation to {body} {when} reads:",
    "Translators: as above, when the minutes do not say who recommends.",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
VOTES_READ = _phrase(
    "VOTES_READ",
    "{place} says this about the vote:",
    "Translators: how it was voted; the quote follows.",
    place="=PLACE_ITEM",
)
PLACE_ITEM = _phrase(
    "PLACE_ITEM",
    "Item {number} ({where})",
    "Translators: names an item at the start of an English sentence, inside a Danish one; where is a body and a date.",
    number="72",
    where="Direktionen, 22. oktober 2015",
)
PLACE_CASE = _phrase(
    "PLACE_CASE",
    "The case ({where})",
    "Translators: as above, where the item has no number.",
    where="Direktionen, 22. oktober 2015",
)
ASSESSMENT_READS = _phrase(
    "ASSESSMENT_READS",
    "{place} says this about the assessment:",
    "Translators: the administration's assessment; the quote follows.",
    place="=PLACE_ITEM",
)
BACKGROUND_READS = _phrase(
    "BACKGROUND_READS",
    "{place} says this about the background:",
    "Translators: the case description; the quote follows.",
    place="=PLACE_ITEM",
)
FINANCE_READS = _phrase(
    "FINANCE_READS",
    "{place} says this about the finances:",
    "Translators: financial consequences or an amount; the quote follows.",
    place="=PLACE_ITEM",
)
DATE_READS = _phrase(
    "DATE_READS",
    "{place} says this about the time:",
    "Translators: a date, deadline or period; the quote follows.",
    place="=PLACE_ITEM",
)
PERSON_READS = _phrase(
    "PERSON_READS",
    "{place} says this about those involved:",
    "Translators: persons, members or those responsible; the quote follows.",
    place="=PLACE_ITEM",
)
ITEM_READS = _phrase(
    "ITEM_READS",
    "{place} says:",
    "Translators: any other statement of an item; the quote follows.",
    place="=PLACE_ITEM",
)
DOCUMENT_READS = _phrase(
    "DOCUMENT_READS",
    "{title} says:",
    "Translators: a statement of a document that is no minutes; title is in quotation marks; the quote follows.",
    title="»Strategiplan 2013«",
)
DOCUMENT_READS_PAGE = _phrase(
    "DOCUMENT_READS_PAGE",
    "{title} says on page {page}:",
    "Translators: as above, with the page.",
    title="»Strategiplan 2013«",
    page=12,
)
ITEM_SHOWN = _phrase(
    "ITEM_SHOWN",
    "This is item {number} of {body} on {date}: {title}.",
    "Translators: the whole item is shown; title is in quotation marks.",
    number="72",
    body="Direktionen",
    date=date(2015, 10, 22),
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
)
ITEM_SHOWN_PLAIN = _phrase(
    "ITEM_SHOWN_PLAIN",
    "This is {title}.",
    "Translators: the whole item is shown; its number or date is unknown; title is in quotation marks.",
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
)
MEETING_READS = _phrase(
    "MEETING_READS",
    "The minutes of {body} {when} say this about the meeting:",
    "Translators: time and place of a meeting; the quote follows.",
    body="Direktionen",
    when="=ON_DAY",
)
ATTENDANCE_READS = _phrase(
    "ATTENDANCE_READS",
    "The minutes of {body} {when} say this about who was there:",
    "Translators: members or absent; the quote follows.",
    body="Direktionen",
    when="=ON_DAY",
)
MEETING_HELD = _phrase(
    "MEETING_HELD",
    "{body} met on {day}.",
    "Translators: day is a weekday with a date, and maybe a time.",
    body="Direktionen",
    day="=DAY",
)
MEETING_COMING = _phrase(
    "MEETING_COMING", "{body} meets on {day}.", "Translators: a meeting to come.", body="Direktionen", day="=DAY"
)
DAY = _phrase(
    "DAY",
    "{weekday} {date}",
    "Translators: a weekday with its date, inside a sentence.",
    weekday="torsdag",
    date=date(2015, 10, 22),
)
DAY_TIME = _phrase("DAY_TIME", "{day} at {time}", "Translators: a day with the time of day.", day="=DAY", time="8.30")
TIME_RANGE = _phrase(
    "TIME_RANGE", "{start}–{end}", "Translators: from one time of day to another.", start="8.30", end="11.15"
)
PLACE_IS = _phrase(
    "PLACE_IS",
    "Place: {place}.",
    "Translators: where the meeting is held; place is quoted from the minutes.",
    place="Rådhuset, mødelokale 214",
)
PLACE_NOT_STATED = _phrase(
    "PLACE_NOT_STATED", "The minutes do not say where.", "Translators: the place of a meeting is missing."
)
MEMBERS_WERE = _phrase(
    "MEMBERS_WERE",
    "Members at the meeting of {body} {when}: {people}.",
    "Translators: answer to: who was there; people is a list of names.",
    body="Direktionen",
    people="Hanne Lund, Bo Sørensen og Poul Vestergaard",
    when="=ON_DAY_ITEM",
)
ABSENT_WERE = _phrase(
    "ABSENT_WERE", "Absent: {people}.", "Translators: follows the members.", people="Poul Vestergaard"
)
ABSENT_NOBODY = _phrase("ABSENT_NOBODY", "The minutes name nobody as absent.", "Translators: follows the members.")

# Lists.
ATTACHMENTS_FOUND = _phrase(
    "ATTACHMENTS_FOUND",
    "{count} attachment belongs to {title}.",
    "Translators: title is in quotation marks.",
    plural="{count} attachments belong to {title}.",
    count=2,
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
)
ATTACHMENTS_NONE = _phrase(
    "ATTACHMENTS_NONE",
    "No attachments to {title} are listed.",
    "Translators: title is in quotation marks.",
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
)
ITEMS_FOUND_ALL = _phrase(
    "ITEMS_FOUND_ALL",
    "I found {count} item.",
    "Translators: as above, without limits.",
    plural="I found {count} items.",
    count=5,
)
DECISIONS_FOUND_ALL = _phrase(
    "DECISIONS_FOUND_ALL",
    "I found {count} decision.",
    "Translators: as above, without limits.",
    plural="I found {count} decisions.",
    count=5,
)
LIST_BODY = _phrase(
    "LIST_BODY",
    "{body} made {count} decision {when}.",
    "Translators: above a list; when follows the verb and may be empty.",
    plural="{body} made {count} decisions {when}.",
    count=5,
    body="Direktionen",
    when="=IN_MONTH",
)
LIST_BODY_ITEMS = _phrase(
    "LIST_BODY_ITEMS",
    "{body} dealt with {count} item {when}.",
    "Translators: above a list of items of which some have no decision.",
    plural="{body} dealt with {count} items {when}.",
    count=5,
    body="Direktionen",
    when="=IN_MONTH",
)
LIST_TIME = _phrase(
    "LIST_TIME",
    "{count} decision was made {when}.",
    "Translators: above a list of all bodies.",
    plural="{count} decisions were made {when}.",
    count=5,
    when="=IN_MONTH",
)
LIST_TIME_ITEMS = _phrase(
    "LIST_TIME_ITEMS",
    "{count} item was dealt with {when}.",
    "Translators: above a list of all bodies; some items have no decision.",
    plural="{count} items were dealt with {when}.",
    count=5,
    when="=IN_MONTH",
)
LIST_TOPIC = _phrase(
    "LIST_TOPIC",
    "I found {count} decision {about} {place} {when}.",
    "Translators: above a list; place and when may be empty.",
    plural="I found {count} decisions {about} {place} {when}.",
    count=5,
    about="=ABOUT",
    place="=IN_BODY",
    when="=IN_YEAR",
)
LIST_TOPIC_ITEMS = _phrase(
    "LIST_TOPIC_ITEMS",
    "I found {count} item {about} {place} {when}.",
    "Translators: above a list of items of which some have no decision.",
    plural="I found {count} items {about} {place} {when}.",
    count=5,
    about="=ABOUT",
    place="=IN_BODY",
    when="=IN_YEAR",
)
LIST_CLASS = _phrase(
    "LIST_CLASS",
    "{count} matter {about} {place} was {done} {when}.",
    "Translators: above a list limited to what came of the matters.",
    plural="{count} matters {about} {place} were {done} {when}.",
    count=3,
    about="",
    place="=IN_BODY",
    done="=DONE_POSTPONED",
    when="=IN_YEAR",
)
LIST_NONE = _phrase(
    "LIST_NONE",
    "I have no decisions {about} {place} {when}.",
    "Translators: nothing within the limits that were asked for.",
    about="",
    place="=FROM_BODY",
    when="=IN_YEAR",
)
LIST_CLASS_NONE = _phrase(
    "LIST_CLASS_NONE",
    "I have no matters {about} {place} that were {done} {when}.",
    "Translators: nothing within the limits that were asked for.",
    about="",
    place="=FROM_BODY",
    done="=DONE_POSTPONED",
    when="=IN_YEAR",
)
DONE_APPROVED = _phrase(
    "DONE_APPROVED",
    "approved",
    "Translators: what came of a matter; follows was or were.",
)
DONE_NOT_APPROVED = _phrase(
    "DONE_NOT_APPROVED",
    "not approved",
    "Translators: what came of a matter; follows was or were.",
)
DONE_RECOMMENDED = _phrase(
    "DONE_RECOMMENDED",
    "recommended",
    "Translators: what came of a matter; follows was or were.",
)
DONE_DISCUSSED = _phrase(
    "DONE_DISCUSSED",
    "discussed",
    "Translators: what came of a matter; follows was or were.",
)
DONE_NOTED = _phrase(
    "DONE_NOTED",
    "noted",
    "Translators: what came of a matter; follows was or were.",
)
DONE_BRIEFED = _phrase(
    "DONE_BRIEFED",
    "given as a briefing",
    "Translators: what came of a matter; follows was or were.",
)
DONE_POSTPONED = _phrase(
    "DONE_POSTPONED",
    "postponed",
    "Translators: what came of a matter; follows was or were.",
)
DONE_REFERRED = _phrase(
    "DONE_REFERRED",
    "referred",
    "Translators: what came of a matter; follows was or were.",
)
DONE_REJECTED = _phrase(
    "DONE_REJECTED",
    "rejected",
    "Translators: what came of a matter; follows was or were.",
)
DONE_WITHDRAWN = _phrase(
    "DONE_WITHDRAWN",
    "taken off the agenda",
    "Translators: what came of a matter; follows was or were.",
)
DONE_DELEGATED = _phrase(
    "DONE_DELEGATED",
    "delegated",
    "Translators: what came of a matter; follows was or were.",
)
RELATED_FOUND = _phrase(
    "RELATED_FOUND",
    "I found {count} related decision.",
    "Translators: decisions on similar matters.",
    plural="I found {count} related decisions.",
    count=3,
)
RELATED_NONE = _phrase("RELATED_NONE", "I found no related decisions.", "Translators: nothing similar.")
COURSE_ONCE = _phrase(
    "COURSE_ONCE",
    "The matter has been at one meeting.",
    "Translators: the course of a case that was met once.",
)
COURSE_FOUND = _phrase(
    "COURSE_FOUND",
    "The matter has been at {count} meeting.",
    "Translators: the course of a case.",
    plural="The matter has been at {count} meetings.",
    count=3,
)
UPCOMING_FOUND = _phrase(
    "UPCOMING_FOUND",
    "There is {count} coming meeting.",
    "Translators: meetings to come.",
    plural="There are {count} coming meetings.",
    count=2,
)
UPCOMING_NONE = _phrase("UPCOMING_NONE", "I know of no coming meetings.", "Translators: the calendar is empty.")
NEXT_MEETING = _phrase(
    "NEXT_MEETING",
    "The next meeting of {body} is on {day}.",
    "Translators: answer to: when is the next meeting.",
    body="Direktionen",
    day="=DAY_TIME",
)
NEXT_DEADLINE = _phrase(
    "NEXT_DEADLINE",
    "The deadline for items for the meeting of {body} on {date} is {day}.",
    "Translators: answer to: when is the deadline.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
DEADLINE_NOT_STATED = _phrase(
    "DEADLINE_NOT_STATED",
    "No deadline is stated for the meeting of {body} on {date}.",
    "Translators: answer to: when is the deadline.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
SHOWING = _phrase(
    "SHOWING", "Showing {first}–{last} of {count}.", "Translators: part of a list.", first=1, last=5, count=12
)
NO_MORE = _phrase("NO_MORE", "There are no more.", "Translators: the end of a list.")
TOO_MANY = _phrase(
    "TOO_MANY",
    "There are more than I can show here. Ask for a shorter period or a single body.",
    "Translators: a list was cut.",
)
DEADLINE_IS = _phrase(
    "DEADLINE_IS", "Deadline for items: {day}", "Translators: submission deadline of a coming meeting.", day="=DAY"
)
NO_ITEMS_YET = _phrase(
    "NO_ITEMS_YET", "There are no items on the agenda yet.", "Translators: a coming meeting without items."
)
NO_DECISION_LINE = _phrase("NO_DECISION_LINE", "No decision recorded", "Translators: in a list, instead of a decision.")
ON_AGENDA_LINE = _phrase("ON_AGENDA_LINE", "On the agenda", "Translators: in a timeline, for a meeting to come.")
SCOPE_TO = _phrase(
    "SCOPE_TO",
    "from {since} to {until}",
    "Translators: when, in a list; follows a verb.",
    since=date(2015, 10, 1),
    until=date(2015, 10, 14),
)
IN_MONTH = _phrase(
    "IN_MONTH",
    "in {month}",
    "Translators: when, in a list; month is a month with its year.",
    month="oktober 2015",
)
IN_YEAR = _phrase(
    "IN_YEAR",
    "in {year}",
    "Translators: when, in a list.",
    year="2015",
)
ABOUT = _phrase(
    "ABOUT",
    "on {topic}",
    "Translators: what a list is about; topic is in quotation marks; follows a noun.",
    topic="»skoler«",
)
IN_BODY = _phrase(
    "IN_BODY",
    "in {body}",
    "Translators: whose meetings a list is limited to; follows a noun.",
    body="Direktionen",
)
FROM_BODY = _phrase(
    "FROM_BODY",
    "by {body}",
    "Translators: whose decisions a list is limited to; follows a noun.",
    body="Direktionen",
)
SCOPE_SINCE = _phrase(
    "SCOPE_SINCE",
    "since {date}",
    "Translators: when, in a list; follows a verb.",
    date=date(2015, 10, 22),
)
SCOPE_UNTIL = _phrase(
    "SCOPE_UNTIL",
    "up to and including {date}",
    "Translators: when, in a list; follows a verb.",
    date=date(2015, 10, 22),
)

# What is missing is said.
NO_DECISION = _phrase(
    "NO_DECISION",
    "I found {title}, but the minutes hold no decision on it.",
    "Translators: title is in quotation marks.",
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
)
NO_DECISION_YET = _phrase(
    "NO_DECISION_YET",
    "{title} is on the agenda of {body} {when}. There are no minutes yet.",
    "Translators: only an agenda is known; title is in quotation marks.",
    title="»Brug af provenuet fra salget af KMD-ejendommene«",
    body="Direktionen",
    when="=ON_DAY_ITEM",
)
NO_DECISION_BRIEFLY = _phrase(
    "NO_DECISION_BRIEFLY", "There is no decision on it in the minutes.", "Translators: the nearest text follows."
)
NOT_STATED = _phrase(
    "NOT_STATED",
    "The matter is in the minutes, but they do not give the answer.",
    "Translators: what was asked is missing; the nearest text follows.",
)
NOT_STATED_AMOUNT = _phrase(
    "NOT_STATED_AMOUNT",
    "The matter is in the minutes, but no amount is stated.",
    "Translators: the amount is missing.",
)
AMOUNT_UNREADABLE = _phrase(
    "AMOUNT_UNREADABLE",
    "The matter is in the minutes, but the amount is not readable.",
    "Translators: the digits are lost: only the unit stands there.",
)
NOT_STATED_DATE = _phrase(
    "NOT_STATED_DATE",
    "The matter is in the minutes, but no date is stated.",
    "Translators: the date is missing.",
)
NOT_STATED_PERSON = _phrase(
    "NOT_STATED_PERSON",
    "The matter is in the minutes, but they do not say who is responsible.",
    "Translators: the person is missing.",
)
NOT_STATED_WHO = _phrase(
    "NOT_STATED_WHO",
    "The matter is in the minutes, but they do not say who decided.",
    "Translators: who decided is missing.",
)
NOT_STATED_PRESENT = _phrase(
    "NOT_STATED_PRESENT",
    "The matter is in the minutes, but they do not say who was there.",
    "Translators: members are missing.",
)
NOT_STATED_PLACE = _phrase(
    "NOT_STATED_PLACE",
    "The matter is in the minutes, but no place is stated.",
    "Translators: the place is missing.",
)
NOT_STATED_RECOMMENDATION = _phrase(
    "NOT_STATED_RECOMMENDATION",
    "The matter is in the minutes, but there is no recommendation.",
    "Translators: the recommendation is missing.",
)
NOT_STATED_ASSESSMENT = _phrase(
    "NOT_STATED_ASSESSMENT",
    "The matter is in the minutes, but there is no assessment.",
    "Translators: the assessment is missing.",
)
NOT_STATED_BACKGROUND = _phrase(
    "NOT_STATED_BACKGROUND",
    "The matter is in the minutes, but there is no background.",
    "Translators: the background is missing.",
)
NOT_STATED_VOTES = _phrase(
    "NOT_STATED_VOTES", "The minutes do not say how anyone voted.", "Translators: asked for votes, none are recorded."
)
NEAREST_IS = _phrase(
    "NEAREST_IS",
    "The nearest I found:",
    "Translators: before the nearest text.",
)
NOT_FOUND = _phrase("NOT_FOUND", "I did not find that in the minutes.", "Translators: nothing was found.")
NOT_FOUND_TOPIC = _phrase(
    "NOT_FOUND_TOPIC",
    "I found nothing on {words} in the minutes.",
    "Translators: words are in quotation marks.",
    words="»svømmehal«",
)
NOT_FOUND_ITEM = _phrase(
    "NOT_FOUND_ITEM",
    "I did not find item {number}.",
    "Translators: an agenda item by its number.",
    number="72",
)
NOT_FOUND_CASE = _phrase(
    "NOT_FOUND_CASE",
    "I did not find case number {number}.",
    "Translators: a case by its number.",
    number="15/8020",
)
UNKNOWN_BODY = _phrase(
    "UNKNOWN_BODY",
    "I have no minutes of a body called {name}.",
    "Translators: a deciding body that is in no minutes; name is in quotation marks.",
    name="»hesteudvalget«",
)
NOT_HERE = _phrase(
    "NOT_HERE",
    "I cannot help you with that here. Ask me about a case, a meeting or a decision.",
    "Translators: a command of somebody who has no right to it, or in a channel: always the same.",
)
NEAR_TITLES = _phrase(
    "NEAR_TITLES", "Perhaps one of these:", "Translators: titles near to what was asked follow as buttons."
)
TRY_THIS = _phrase(
    "TRY_THIS",
    "Try other or fewer words, a case number, or a body and a month.",
    "Translators: a way forward when nothing was found.",
)
TRY_ELSE = _phrase(
    "TRY_ELSE",
    "Try another period, another body or a case number.",
    "Translators: a way forward when a list, an item or a body was not found.",
)
WHICH_ONE_OF = _phrase(
    "WHICH_ONE_OF",
    "I found {count} matter that fits. Which one do you mean?",
    "Translators: a choice follows as buttons.",
    plural="I found {count} matters that fit. Which one do you mean?",
    count=3,
)
READ_AS = _phrase(
    "READ_AS",
    "I read {typed} as {read}.",
    "Translators: a spelling error was repaired; both words are in quotation marks.",
    typed="»beslutnig«",
    read="»beslutning«",
)
WHICH_MATTER = _phrase(
    "WHICH_MATTER",
    "Which matter do you mean? Write a word or two about it.",
    "Translators: a follow-up question without anything to follow.",
)
ALSO_PERSONAL = _phrase(
    "ALSO_PERSONAL",
    "You can also ask me in a personal chat.",
    "Translators: ends every message in a channel or group, always the same.",
)
GONE = _phrase(
    "GONE",
    "I cannot find that.",
    "Translators: an item or document that is gone, withdrawn, or not for the asker: always the same sentence.",
)
WITHDRAWN_TEXT = _phrase(
    "WITHDRAWN_TEXT",
    "The text has been withdrawn.",
    "Translators: takes the place of a message whose text may no longer be shown.",
)

# What the outbox says of itself, 1:1.
CHANNEL_DEAD = _phrase(
    "CHANNEL_DEAD",
    "I can no longer write in {place}: {why}. What you have set up there waits until I am let in again.",
    "Translators: to whoever set up messages in a channel that the assistant cannot reach.",
    place="“Budget 2027”",
    why="=WHY_REMOVED",
)
SOME_PLACE = _phrase(
    "SOME_PLACE",
    "one of the places that you chose",
    "Translators: stands for a channel without a name, inside a sentence.",
)
WHY_REMOVED = _phrase("WHY_REMOVED", "the app was removed there", "Translators: why a channel cannot be reached.")
WHY_BLOCKED = _phrase("WHY_BLOCKED", "I have been blocked there", "Translators: why a channel cannot be reached.")
WHY_GONE = _phrase("WHY_GONE", "the conversation no longer exists", "Translators: why a channel cannot be reached.")
WHY_REFUSED = _phrase("WHY_REFUSED", "Teams turns my messages away", "Translators: why a channel cannot be reached.")
MESSAGE_LATE = _phrase(
    "MESSAGE_LATE",
    "The message {title} that was due on {when} was not sent: it had become too late.",
    "Translators: to whoever set the message up; the title is in quotation marks, or missing.",
    title="“Ugens beslutninger”",
    when="=DAY_TIME",
)
MESSAGE_UNKNOWN = _phrase(
    "MESSAGE_UNKNOWN",
    "I do not know whether the message {title} that was due on {when} arrived. I have not sent it again.",
    "Translators: to whoever set the message up; the title is in quotation marks, or missing.",
    title="“Ugens beslutninger”",
    when="=DAY_TIME",
)
MESSAGE_FAILED = _phrase(
    "MESSAGE_FAILED",
    "The message {title} that was due on {when} could not be sent. The fault has been noted.",
    "Translators: to whoever set the message up; the title is in quotation marks, or missing.",
    title="“Ugens beslutninger”",
    when="=DAY_TIME",
)
RUN_MISSED = _phrase(
    "RUN_MISSED",
    "I was out of action from {since} to {until}. {count} message was late because of that.",
    "Translators: to secretaries, after an interruption.",
    plural="I was out of action from {since} to {until}. {count} messages were late because of that.",
    since="=DAY_TIME",
    until="=DAY_TIME",
    count=3,
)
LABEL_DELIVERY = _phrase(
    "LABEL_DELIVERY",
    "Delivery",
    "Translators: small heading above how messages that nobody asked for just then fare.",
)
DELIVERY_RUNS = _phrase(
    "DELIVERY_RUNS",
    "Delivery is running. It last ran {when}.",
    "Translators: how delivery fares.",
    when="=ON_DAY_TIME",
)
DELIVERY_STANDS = _phrase(
    "DELIVERY_STANDS",
    "Delivery has stood still since it ran {when}.",
    "Translators: how delivery fares; nothing has run for a while.",
    when="=ON_DAY_TIME",
)
DELIVERY_NEVER = _phrase(
    "DELIVERY_NEVER",
    "Delivery has never run here.",
    "Translators: how delivery fares.",
)
DELIVERY_OVERDUE = _phrase(
    "DELIVERY_OVERDUE",
    "{count} message is overdue, since {when}.",
    "Translators: how delivery fares; messages that should have been sent.",
    plural="{count} messages are overdue, the oldest since {when}.",
    when="=ON_DAY_TIME",
    count=3,
)
DELIVERY_NONE_OVERDUE = _phrase(
    "DELIVERY_NONE_OVERDUE",
    "Nothing is overdue.",
    "Translators: how delivery fares.",
)
LABEL_DELIVERY_WAITING = _phrase(
    "LABEL_DELIVERY_WAITING",
    "Waiting for their time",
    "Translators: label: messages whose moment is yet to come.",
)
LABEL_DELIVERY_SENT = _phrase(
    "LABEL_DELIVERY_SENT",
    "Sent",
    "Translators: label: messages that were sent.",
)
LABEL_DELIVERY_DEAD = _phrase(
    "LABEL_DELIVERY_DEAD",
    "Could not be delivered",
    "Translators: label: messages that could not be sent.",
)
LABEL_DELIVERY_UNKNOWN = _phrase(
    "LABEL_DELIVERY_UNKNOWN",
    "May not have arrived",
    "Translators: label: messages of which nobody knows whether they arrived.",
)
LABEL_DELIVERY_LATE = _phrase(
    "LABEL_DELIVERY_LATE",
    "Too late, not sent",
    "Translators: label: messages that were left out because they were too late.",
)
LABEL_DELIVERY_UNTOLD = _phrase(
    "LABEL_DELIVERY_UNTOLD",
    "New documents not checked",
    "Translators: label: documents that could not be compared with what people watch for.",
)
LABEL_DELIVERY_SHUT = _phrase(
    "LABEL_DELIVERY_SHUT",
    "Cannot be written to",
    "Translators: label: channels and people that cannot be reached.",
)
PLACE_UNNAMED = _phrase(
    "PLACE_UNNAMED", "a place without a known name", "Translators: in a list of channels and chats."
)
TEXT_GOES_ON = _phrase(
    "TEXT_GOES_ON", "The text goes on in the whole item.", "Translators: after a quote that was cut."
)
TEXT_CUT = _phrase("TEXT_CUT", "The text goes on in the source.", "Translators: after a long text that was cut.")

# Labels.
LABEL_DECISION = _phrase("LABEL_DECISION", "Decision", "Translators: heading above a quote.")
LABEL_RECOMMENDATION = _phrase("LABEL_RECOMMENDATION", "Recommendation", "Translators: heading above a quote.")
LABEL_RECOMMENDATION_BY = _phrase(
    "LABEL_RECOMMENDATION_BY",
    "Recommendation from {by}",
    "Translators: heading above a quote, with who recommends.",
    by="Økonomi og Administration",
)
LABEL_ASSESSMENT = _phrase("LABEL_ASSESSMENT", "Assessment", "Translators: heading above a quote.")
LABEL_BACKGROUND = _phrase("LABEL_BACKGROUND", "Background", "Translators: heading above a quote.")
LABEL_FINANCE = _phrase("LABEL_FINANCE", "Costs and funding", "Translators: heading above a quote.")
LABEL_AMOUNT = _phrase("LABEL_AMOUNT", "Amount", "Translators: heading above a quote.")
LABEL_DATE = _phrase("LABEL_DATE", "Time", "Translators: heading above a quote.")
LABEL_PERSON = _phrase("LABEL_PERSON", "People", "Translators: heading above a quote.")
LABEL_ATTACHMENTS = _phrase("LABEL_ATTACHMENTS", "Attachments", "Translators: heading above a list.")
LABEL_MEETING = _phrase("LABEL_MEETING", "Meeting", "Translators: before the meeting's name and date.")
LABEL_MEMBERS = _phrase(
    "LABEL_MEMBERS",
    "Members",
    "Translators: heading above the names of those at a meeting.",
)
LABEL_ABSENT = _phrase(
    "LABEL_ABSENT",
    "Absent",
    "Translators: heading above the names of those absent.",
)
LABEL_PUBLIC = _phrase(
    "LABEL_PUBLIC",
    "Public wording",
    "Translators: heading above a wording that a secretary has written; it is no quote.",
)
PUBLIC_SOURCE = _phrase(
    "PUBLIC_SOURCE",
    "public wording, written by the secretary",
    "Translators: the source of such a wording.",
)
DECISION_NOT_PUBLIC = _phrase(
    "DECISION_NOT_PUBLIC",
    "The decision is not public",
    "Translators: in a list and on a card: a closed item of which only a neutral title is shown.",
)
LABEL_ITEM = _phrase("LABEL_ITEM", "Item", "Translators: before the item's number and title.")
LABEL_CASE = _phrase("LABEL_CASE", "Case no.", "Translators: before the case number.")
LABEL_SOURCE = _phrase("LABEL_SOURCE", "Source", "Translators: before the document's title.")
LABEL_DOCUMENT = _phrase("LABEL_DOCUMENT", "Document", "Translators: before a document's title.")
LABEL_TEXT = _phrase("LABEL_TEXT", "Text", "Translators: heading above a passage.")
LABEL_DISSENT = _phrase(
    "LABEL_DISSENT", "Votes and reservations", "Translators: heading above votes against and reservations."
)
LABEL_POSTPONED_TO = _phrase(
    "LABEL_POSTPONED_TO", "Postponed to", "Translators: before the meeting or time as printed."
)
LABEL_REFERRED_TO = _phrase(
    "LABEL_REFERRED_TO", "Referred to", "Translators: before whom the matter was sent to, as printed."
)
LABEL_DECIDED_BY = _phrase("LABEL_DECIDED_BY", "Decided by", "Translators: before the body that decides, as printed.")
LABEL_CHOICE = _phrase("LABEL_CHOICE", "Several matters", "Translators: heading of a choice.")
LABEL_NOT_FOUND = _phrase("LABEL_NOT_FOUND", "Not found", "Translators: heading when nothing was found.")
LABEL_DECISIONS = _phrase("LABEL_DECISIONS", "Decisions", "Translators: heading of a list of decisions.")
LABEL_COURSE = _phrase("LABEL_COURSE", "Course of the case", "Translators: heading of a timeline.")
LABEL_RELATED = _phrase("LABEL_RELATED", "Related decisions", "Translators: heading of a list.")
LABEL_UPCOMING = _phrase("LABEL_UPCOMING", "Coming meetings", "Translators: heading of a list.")
LABEL_PLACE = _phrase("LABEL_PLACE", "Place", "Translators: before a meeting's place.")
PAGE = _phrase("PAGE", "page {page}", "Translators: page of a document.", page=4)
CLOSED_ITEM = _phrase("CLOSED_ITEM", "Closed item", "Translators: marks closed matter for those who may see it.")
CLOSED_ATTACHMENT = _phrase("CLOSED_ATTACHMENT", "closed", "Translators: marks a closed attachment in a list.")
NUMBERED = _phrase(
    "NUMBERED",
    "{number}. {title}",
    "Translators: an agenda item's number and title.",
    number="72",
    title="Brug af provenuet fra salget af KMD-ejendommene",
)

# Decision classes, as they are named beside the quote.
CLASS_APPROVED = _phrase("CLASS_APPROVED", "Approved", "Translators: class of a decision.")
CLASS_APPROVED_AS_RECOMMENDED = _phrase(
    "CLASS_APPROVED_AS_RECOMMENDED", "Approved as recommended", "Translators: class of a decision."
)
CLASS_APPROVED_WITH_CHANGES = _phrase(
    "CLASS_APPROVED_WITH_CHANGES", "Approved with changes", "Translators: class of a decision."
)
CLASS_RECOMMENDED = _phrase("CLASS_RECOMMENDED", "Recommended to the next body", "Translators: class of a decision.")
CLASS_DISCUSSED = _phrase("CLASS_DISCUSSED", "Discussed", "Translators: class of a decision.")
CLASS_NOTED = _phrase("CLASS_NOTED", "Noted", "Translators: class of a decision.")
CLASS_BRIEFED = _phrase("CLASS_BRIEFED", "Briefing given", "Translators: class of a decision.")
CLASS_POSTPONED = _phrase("CLASS_POSTPONED", "Postponed", "Translators: class of a decision.")
CLASS_REFERRED = _phrase("CLASS_REFERRED", "Referred", "Translators: class of a decision.")
CLASS_REJECTED = _phrase("CLASS_REJECTED", "Rejected", "Translators: class of a decision.")
CLASS_WITHDRAWN = _phrase("CLASS_WITHDRAWN", "Taken off the agenda", "Translators: class of a decision.")
CLASS_DELEGATED = _phrase("CLASS_DELEGATED", "Authority delegated", "Translators: class of a decision.")
CLASS_NONE_RECORDED = _phrase("CLASS_NONE_RECORDED", "No decision recorded", "Translators: class of a decision.")

# Buttons.
BUTTON_ITEM = _phrase("BUTTON_ITEM", "Whole item", "Translators: button.")
BUTTON_ATTACHMENTS = _phrase("BUTTON_ATTACHMENTS", "Attachments", "Translators: button.")
BUTTON_COURSE = _phrase("BUTTON_COURSE", "Course of the case", "Translators: button.")
BUTTON_RELATED = _phrase("BUTTON_RELATED", "Related decisions", "Translators: button.")
BUTTON_MORE = _phrase("BUTTON_MORE", "Show more", "Translators: button.")
BUTTON_SOURCE = _phrase("BUTTON_SOURCE", "View source in browser", "Translators: button that leaves Teams.")
BUTTON_CANCEL = _phrase("BUTTON_CANCEL", "Cancel", "Translators: button.")

# Suggested next questions: the text on the button is also what is sent.
ASK_DECISION = _phrase("ASK_DECISION", "What was decided?", "Translators: suggested question.")
ASK_RECOMMENDATION = _phrase("ASK_RECOMMENDATION", "What was recommended?", "Translators: suggested question.")
ASK_WHY = _phrase("ASK_WHY", "Why?", "Translators: suggested question.")
ASK_COST = _phrase("ASK_COST", "What does it cost?", "Translators: suggested question.")
ASK_WHEN = _phrase("ASK_WHEN", "When was it decided?", "Translators: suggested question.")
ASK_WHO = _phrase("ASK_WHO", "Who is responsible?", "Translators: suggested question.")
ASK_ATTACHMENTS = _phrase("ASK_ATTACHMENTS", "Show the attachments", "Translators: suggested request.")
ASK_COURSE = _phrase("ASK_COURSE", "Show the course of the case", "Translators: suggested request.")
ASK_WHOLE = _phrase("ASK_WHOLE", "Show the whole item", "Translators: suggested request.")
ASK_LATEST = _phrase("ASK_LATEST", "Latest decisions", "Translators: suggested request.")
ASK_UPCOMING = _phrase("ASK_UPCOMING", "Upcoming meetings", "Translators: suggested request.")
ASK_HELP = _phrase("ASK_HELP", "What can you do?", "Translators: suggested question.")
ASK_DECISION_ON = _phrase(
    "ASK_DECISION_ON",
    "What was decided on {topic}?",
    "Translators: suggested question on a named matter.",
    topic="»Brug af salgsprovenuet«",
)
ASK_DOCUMENTS = _phrase("ASK_DOCUMENTS", "Show documents", "Translators: suggested request for secretaries.")
ASK_RIGHTS = _phrase("ASK_RIGHTS", "Show rights", "Translators: suggested request for administrators.")
ASK_UNANSWERED = _phrase(
    "ASK_UNANSWERED", "Which questions were not answered?", "Translators: suggested request for administrators."
)
ASK_UNKNOWN_WORDS = _phrase(
    "ASK_UNKNOWN_WORDS", "Show unknown words", "Translators: suggested request for administrators."
)

# Small talk.
GREETING = _phrase(
    "GREETING",
    "Hello! Ask me what was decided, for example: {example}",
    "Translators: answer to a greeting.",
    example="=HELP_DECISION",
)
THANKS = _phrase("THANKS", "You're welcome.", "Translators: answer to thanks.")
OFF_TOPIC = _phrase(
    "OFF_TOPIC",
    "I only know what was decided, according to the minutes. Ask me about a case, a meeting or a decision.",
    "Translators: polite answer to anything else, also to rudeness.",
)
LANGUAGE_SET = _phrase(
    "LANGUAGE_SET",
    "I will answer in English from now on.",
    "Translators: the person chose a language; each translation names its own language.",
)
ACKNOWLEDGED = _phrase(
    "ACKNOWLEDGED",
    "Good. Ask away if there is more.",
    "Translators: answer to: ok, fine.",
)
GOODBYE = _phrase(
    "GOODBYE",
    "Bye for now. I am here when you need me.",
    "Translators: answer to: goodbye, have a nice weekend.",
)
NOTHING_PENDING = _phrase(
    "NOTHING_PENDING",
    "That is fine. Ask away if there is anything else.",
    "Translators: answer to: no, cancel; when nothing was pending.",
)
CANCELLED = _phrase("CANCELLED", "All right. Nothing has been changed.", "Translators: a command was cancelled.")
NOT_FOR_YOU = _phrase(
    "NOT_FOR_YOU",
    "I can only answer employees who are signed in to the organisation.",
    "Translators: to guests and people of other organisations; nothing else is said.",
)

# Welcome and help.
WELCOME_TITLE = _phrase(
    "WELCOME_TITLE", "Hello, I am Referent", "Translators: heading of the welcome; Referent is the assistant's name."
)
WELCOME = _phrase(
    "WELCOME",
    "I remember what was decided. Ask me in your own words, and I answer with the text of the minutes and its place.",
    "Translators: what the assistant is for.",
)
WELCOME_QUOTES = _phrase(
    "WELCOME_QUOTES",
    "I quote the minutes word for word. I do not write texts of my own about cases, and I do not guess.",
    "Translators: what the assistant does not do.",
)
WELCOME_PERSONAL = _phrase(
    "WELCOME_PERSONAL",
    "Here in the personal chat I can also show you closed items that you have the right to see.",
    "Translators: in personal chat, for members and secretaries only.",
)
WELCOME_SHARED = _phrase(
    "WELCOME_SHARED",
    "Here I only use open items, because everyone here can read the answers. Mention me by name to ask.",
    "Translators: in a channel or group chat.",
)
WELCOME_ADDED_BY = _phrase(
    "WELCOME_ADDED_BY", "{name} added me here.", "Translators: in a channel or group chat.", name="Anna Jensen"
)
DEMO = _phrase(
    "DEMO",
    "These are sample data from an invented municipality.",
    "Translators: shown with every welcome of the demonstration.",
)
HELP_TITLE = _phrase("HELP_TITLE", "What you can ask", "Translators: heading of the help.")
HELP_INTRO = _phrase(
    "HELP_INTRO", "Write it in your own words, in English or Danish. Examples:", "Translators: first line of the help."
)
HELP_DECISION = _phrase(
    "HELP_DECISION", "What was decided on the sale proceeds?", "Translators: example of a question; must be understood."
)
HELP_LIST = _phrase(
    "HELP_LIST",
    "What did the executive board decide in October 2015?",
    "Translators: example of a question; must be understood.",
)
HELP_COURSE = _phrase(
    "HELP_COURSE",
    "What is the course of the case on the new roof of the hall?",
    "Translators: example of a question that the sample data answer; must be understood.",
)
HELP_ANY_DECISION = _phrase(
    "HELP_ANY_DECISION",
    "What was decided on the budget?",
    "Translators: example of a question that fits any municipality; must be understood.",
)
HELP_ANY_LIST = _phrase(
    "HELP_ANY_LIST",
    "What was decided at the last meeting?",
    "Translators: example of a question that fits any municipality; must be understood.",
)
HELP_ANY_CLASS = _phrase(
    "HELP_ANY_CLASS",
    "Which cases were postponed this year?",
    "Translators: example of a question that fits any municipality; must be understood.",
)
HELP_ANY_NEWS = _phrase(
    "HELP_ANY_NEWS",
    "What is new?",
    "Translators: example of a question that fits any municipality; must be understood.",
)
HELP_ITEM = _phrase("HELP_ITEM", "Show item 72", "Translators: example of a request; must be understood.")
HELP_UPCOMING = _phrase(
    "HELP_UPCOMING", "What is on the next agenda?", "Translators: example of a question; must be understood."
)
HELP_FOLLOW = _phrase(
    "HELP_FOLLOW",
    "Afterwards you can go on with: Why? Who is responsible? Show the attachments. Show the course of the case.",
    "Translators: about follow-up questions.",
)
HELP_LANGUAGE = _phrase(
    "HELP_LANGUAGE", "Write “answer in English” to choose the language.", "Translators: about the language."
)
HELP_SECRETARY = _phrase(
    "HELP_SECRETARY",
    "As a secretary you can also drop minutes here, and write: show documents, close item 72, open "
    "item 72, exclude Bo from item 72, remove the document …",
    "Translators: for secretaries in personal chat.",
)
HELP_LAYERS = _phrase(
    "HELP_LAYERS",
    "For a closed item you can write: neutral title for item 71: …, or: public decision for item 71: …",
    "Translators: for secretaries in personal chat.",
)
HELP_ADMINISTRATOR = _phrase(
    "HELP_ADMINISTRATOR",
    "As an administrator you can also write: show rights, give Bo the role of secretary, revoke "
    "rights from Bo, which questions were not answered, show unknown words, add the word spildevand "
    "= wastewater.",
    "Translators: for administrators in personal chat.",
)
HELP_PRIVACY = _phrase(
    "HELP_PRIVACY",
    "Questions are kept for a limited time without your name, so that the answers can be improved.",
    "Translators: about privacy.",
)

# Who am I, and rights.
WHOAMI_TITLE = _phrase("WHOAMI_TITLE", "You are {name}", "Translators: heading.", name="Anna Jensen")
WHOAMI_NAMELESS = _phrase(
    "WHOAMI_NAMELESS", "You are signed in", "Translators: heading, when the channel does not say the name."
)
WHOAMI_ID = _phrase(
    "WHOAMI_ID", "Your id: {id}", "Translators: the Entra object id.", id="00000000-0000-0000-0000-0000000000a0"
)
WHOAMI_NONE = _phrase(
    "WHOAMI_NONE", "You have no special rights: you can read everything that is open.", "Translators: no grants."
)
WHOAMI_RIGHTS = _phrase("WHOAMI_RIGHTS", "Your rights:", "Translators: a list follows.")
WHOAMI_PERSONAL = _phrase(
    "WHOAMI_PERSONAL", "I show rights only in a personal chat.", "Translators: who am I, asked in a channel."
)
ROLE_READER = _phrase("ROLE_READER", "reader", "Translators: role.")
ROLE_MEMBER = _phrase("ROLE_MEMBER", "member", "Translators: role.")
ROLE_SECRETARY = _phrase("ROLE_SECRETARY", "secretary", "Translators: role.")
ROLE_ADMINISTRATOR = _phrase("ROLE_ADMINISTRATOR", "administrator", "Translators: role.")
ROLE_OF = _phrase(
    "ROLE_OF", "{role} of {body}", "Translators: a role for one body.", role="sekretær", body="Direktionen"
)
ROLE_ALL = _phrase("ROLE_ALL", "{role} of all bodies", "Translators: a role for all bodies.", role="sekretær")
RIGHTS_TITLE = _phrase("RIGHTS_TITLE", "Rights", "Translators: heading of the list of people.")
RIGHTS_NONE = _phrase("RIGHTS_NONE", "Nobody has special rights.", "Translators: empty list.")
RIGHTS_LIST = _phrase(
    "RIGHTS_LIST",
    "{count} person has special rights.",
    "Translators: list of people.",
    plural="{count} people have special rights.",
    count=3,
)
GRANT_TITLE = _phrase("GRANT_TITLE", "Give rights", "Translators: heading.")
GRANT_WHO = _phrase(
    "GRANT_WHO",
    "Choose a person, a role and a body. You can choose among those I have met.",
    "Translators: above the form.",
)
GRANT_NOBODY = _phrase(
    "GRANT_NOBODY",
    "I have not met anyone by the name {name}. The person must write to me once first.",
    "Translators: nobody by that name; name is in quotation marks.",
    name="»Bo«",
)
GRANT_MISSING = _phrase(
    "GRANT_MISSING",
    "Choose a person, a role and a body, and press again.",
    "Translators: the form was sent without them.",
)
GRANTED = _phrase(
    "GRANTED",
    "{name} is now {role}.",
    "Translators: rights were given; role may name a body.",
    name="Bo Sørensen",
    role="sekretær i Direktionen",
)
REVOKE_TITLE = _phrase("REVOKE_TITLE", "Revoke rights", "Translators: heading.")
REVOKE_WHICH = _phrase("REVOKE_WHICH", "Which right shall be revoked?", "Translators: above buttons.")
REVOKE_NONE = _phrase(
    "REVOKE_NONE", "{name} has no special rights.", "Translators: nothing to revoke.", name="Bo Sørensen"
)
REVOKED = _phrase(
    "REVOKED",
    "{name} is no longer {role}.",
    "Translators: rights were revoked.",
    name="Bo Sørensen",
    role="sekretær i Direktionen",
)
BUTTON_GRANT = _phrase("BUTTON_GRANT", "Give the right", "Translators: button.")
BUTTON_REVOKE = _phrase("BUTTON_REVOKE", "Revoke: {role}", "Translators: button.", role="sekretær i Direktionen")
FIELD_PERSON = _phrase("FIELD_PERSON", "Person", "Translators: label of an input.")
FIELD_ROLE = _phrase("FIELD_ROLE", "Role", "Translators: label of an input.")
FIELD_BODY = _phrase("FIELD_BODY", "Body", "Translators: label of an input.")
FIELD_REQUIRED = _phrase("FIELD_REQUIRED", "Choose one.", "Translators: error under an input.")
ALL_BODIES = _phrase("ALL_BODIES", "All bodies", "Translators: choice.")

# Documents and items, for secretaries.
DOCUMENTS_TITLE = _phrase("DOCUMENTS_TITLE", "Documents", "Translators: heading.")
DOCUMENTS_LIST = _phrase(
    "DOCUMENTS_LIST",
    "{count} document is stored.",
    "Translators: list of documents.",
    plural="{count} documents are stored.",
    count=4,
)
DOCUMENTS_NONE = _phrase(
    "DOCUMENTS_NONE", "No documents are stored yet. Drop a file here to add one.", "Translators: empty list."
)
OF_WHICH_CLOSED = _phrase(
    "OF_WHICH_CLOSED",
    "of which {count} closed",
    "Translators: follows the number of items of a document.",
    plural="of which {count} closed",
    count=1,
)
ACCESS_OPEN = _phrase("ACCESS_OPEN", "Open", "Translators: access of a document.")
ACCESS_CLOSED = _phrase("ACCESS_CLOSED", "Closed", "Translators: access of a document.")
CONFIRM_CLOSE_ITEM = _phrase(
    "CONFIRM_CLOSE_ITEM",
    "Close {title}?",
    "Translators: confirmation; title names the item.",
    title="punkt 72",
)
CONFIRM_CLOSE_ITEM_WHAT = _phrase(
    "CONFIRM_CLOSE_ITEM_WHAT",
    "Then only members and secretaries of the body can see it, and messages that showed the text are changed.",
    "Translators: what closing means.",
)
CONFIRM_OPEN_ITEM = _phrase("CONFIRM_OPEN_ITEM", "Open {title}?", "Translators: confirmation.", title="punkt 72")
CONFIRM_OPEN_ITEM_WHAT = _phrase(
    "CONFIRM_OPEN_ITEM_WHAT", "Then all employees can see it.", "Translators: what opening means."
)
CONFIRM_CLOSE_DOCUMENT = _phrase(
    "CONFIRM_CLOSE_DOCUMENT",
    "Close the document {title}?",
    "Translators: confirmation; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
CONFIRM_OPEN_DOCUMENT = _phrase(
    "CONFIRM_OPEN_DOCUMENT",
    "Open the document {title}?",
    "Translators: confirmation; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
CONFIRM_OPEN_DOCUMENT_WHAT = _phrase(
    "CONFIRM_OPEN_DOCUMENT_WHAT",
    "Then all employees can see it. What the document itself or a person has closed stays closed.",
    "Translators: what opening means.",
)
CONFIRM_REMOVE_DOCUMENT = _phrase(
    "CONFIRM_REMOVE_DOCUMENT",
    "Remove the document {title}?",
    "Translators: confirmation; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
CONFIRM_REMOVE_DOCUMENT_WHAT = _phrase(
    "CONFIRM_REMOVE_DOCUMENT_WHAT",
    "It disappears from all answers at once, and messages that showed the text are changed.",
    "Translators: what removing means.",
)
CONFIRM_EXCLUDE = _phrase(
    "CONFIRM_EXCLUDE",
    "Exclude {name} from {title}?",
    "Translators: confirmation.",
    name="Bo Sørensen",
    title="punkt 72",
)
CONFIRM_EXCLUDE_WHAT = _phrase(
    "CONFIRM_EXCLUDE_WHAT",
    "Then {name} cannot see the item while it is closed.",
    "Translators: what excluding means.",
    name="Bo Sørensen",
)
CONFIRM_EXCLUDE_SELF = _phrase(
    "CONFIRM_EXCLUDE_SELF",
    "Then you cannot see the item while it is closed. You cannot undo that yourself: another secretary must.",
    "Translators: excluding oneself.",
)
CONFIRM_INCLUDE = _phrase(
    "CONFIRM_INCLUDE",
    "Let {name} see {title} again?",
    "Translators: confirmation.",
    name="Bo Sørensen",
    title="punkt 72",
)
CONFIRM_LAYER_EXISTENCE = _phrase(
    "CONFIRM_LAYER_EXISTENCE",
    "Show {title} to everyone under this title?",
    "Translators: confirmation of a neutral title; the title follows.",
    title="punkt 71",
)
CONFIRM_LAYER_DECISION = _phrase(
    "CONFIRM_LAYER_DECISION",
    "Show everyone this wording of the decision on {title}?",
    "Translators: confirmation of a publishable wording; it follows.",
    title="punkt 71",
)
CONFIRM_SHUT_EXISTENCE = _phrase(
    "CONFIRM_SHUT_EXISTENCE", "Hide the neutral title of {title} again?", "Translators: confirmation.", title="punkt 71"
)
CONFIRM_SHUT_DECISION = _phrase(
    "CONFIRM_SHUT_DECISION",
    "Hide the public decision on {title} again?",
    "Translators: confirmation.",
    title="punkt 71",
)
ITEM_CLOSED = _phrase(
    "ITEM_CLOSED", "{title} is closed now.", "Translators: done; begins a sentence.", title="Punkt 72"
)
ITEM_OPENED = _phrase("ITEM_OPENED", "{title} is open now.", "Translators: done; begins a sentence.", title="Punkt 72")
DOCUMENT_CLOSED = _phrase(
    "DOCUMENT_CLOSED",
    "The document {title} is closed now.",
    "Translators: done; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
DOCUMENT_OPENED = _phrase(
    "DOCUMENT_OPENED",
    "The document {title} is open now.",
    "Translators: done; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
DOCUMENT_REMOVED = _phrase(
    "DOCUMENT_REMOVED",
    "The document {title} has been removed.",
    "Translators: done; title is in quotation marks.",
    title="»Direktionen 22. oktober 2015«",
)
EXCLUDED = _phrase(
    "EXCLUDED", "{name} is excluded from {title} now.", "Translators: done.", name="Bo Sørensen", title="punkt 72"
)
INCLUDED = _phrase(
    "INCLUDED", "{name} may see {title} again.", "Translators: done.", name="Bo Sørensen", title="punkt 72"
)
LAYER_SET = _phrase(
    "LAYER_SET", "It is shown to everyone now.", "Translators: a neutral title or publishable wording was set."
)
LAYER_SHUT = _phrase(
    "LAYER_SHUT", "It is hidden now.", "Translators: a neutral title or publishable wording was taken back."
)
ALREADY_CLOSED = _phrase(
    "ALREADY_CLOSED",
    "{title} is closed already.",
    "Translators: nothing to do; begins a sentence.",
    title="Punkt 72",
)
ALREADY_OPEN = _phrase(
    "ALREADY_OPEN",
    "{title} is open already.",
    "Translators: nothing to do; begins a sentence.",
    title="Punkt 72",
)
LAYER_NEEDLESS = _phrase(
    "LAYER_NEEDLESS",
    "{title} is open, so everyone can see it as it is.",
    "Translators: a neutral title or public wording for an open item; begins a sentence.",
    title="Punkt 72",
)
ONE_AT_A_TIME = _phrase(
    "ONE_AT_A_TIME",
    "I take one item at a time. Write, for example: close item 72. "
    "You close a whole document with: close the document.",
    "Translators: a command for several items at once.",
)
ONE_AT_A_TIME_WHICH = _phrase(
    "ONE_AT_A_TIME_WHICH",
    "I take one item at a time. Which one first?",
    "Translators: several items in one command; a choice follows.",
)
NAME_THE_ITEM = _phrase(
    "NAME_THE_ITEM",
    "Which item do you mean? Write, for example: close item 72.",
    "Translators: a command without an item, and none in the talk.",
)
NAME_THE_DOCUMENT = _phrase(
    "NAME_THE_DOCUMENT",
    "If it is not among these, write its title or the date of the meeting.",
    "Translators: below a choice of documents.",
)
WHICH_ITEM = _phrase("WHICH_ITEM", "Which item do you mean?", "Translators: several items fit a command.")
WHICH_DOCUMENT = _phrase(
    "WHICH_DOCUMENT", "Which document do you mean?", "Translators: several documents fit a command."
)
WHICH_PERSON = _phrase("WHICH_PERSON", "Which person do you mean?", "Translators: several people fit a command.")
ITEM_LOWER = _phrase("ITEM_LOWER", "item {number}", "Translators: names an item inside a sentence.", number="72")
ITEM_UPPER = _phrase(
    "ITEM_UPPER", "Item {number}", "Translators: names an item at the start of a sentence.", number="72"
)
BUTTON_CLOSE_ITEM = _phrase("BUTTON_CLOSE_ITEM", "Close the item", "Translators: button.")
BUTTON_OPEN_ITEM = _phrase("BUTTON_OPEN_ITEM", "Open the item", "Translators: button.")
BUTTON_CLOSE_DOCUMENT = _phrase("BUTTON_CLOSE_DOCUMENT", "Close the document", "Translators: button.")
BUTTON_OPEN_DOCUMENT = _phrase("BUTTON_OPEN_DOCUMENT", "Open the document", "Translators: button.")
BUTTON_REMOVE_DOCUMENT = _phrase("BUTTON_REMOVE_DOCUMENT", "Remove the document", "Translators: button.")
BUTTON_EXCLUDE = _phrase("BUTTON_EXCLUDE", "Exclude", "Translators: button.")
BUTTON_INCLUDE = _phrase("BUTTON_INCLUDE", "Let the person see it", "Translators: button.")
BUTTON_SHOW_ALL = _phrase("BUTTON_SHOW_ALL", "Show to everyone", "Translators: button.")
BUTTON_HIDE = _phrase("BUTTON_HIDE", "Hide", "Translators: button.")

# A dropped file.
FILE_TITLE = _phrase("FILE_TITLE", "File received", "Translators: heading.")
FILE_PREVIEW = _phrase(
    "FILE_PREVIEW",
    "{name} has been read but not stored yet.",
    "Translators: name is in quotation marks.",
    name="»referat.pdf«",
)
FILE_STORED = _phrase(
    "FILE_STORED", "{name} has been stored.", "Translators: name is in quotation marks.", name="»referat.pdf«"
)
FILE_REPLACED = _phrase(
    "FILE_REPLACED",
    "{name} has been stored and takes the place of the earlier version.",
    "Translators: name is in quotation marks.",
    name="»referat.pdf«",
)
FILE_UNCHANGED = _phrase(
    "FILE_UNCHANGED",
    "{name} was already stored; nothing has changed.",
    "Translators: name is in quotation marks.",
    name="»referat.pdf«",
)
FILE_REFUSED = _phrase(
    "FILE_REFUSED",
    "{name} could not be read: {reason}",
    "Translators: name is in quotation marks; reason is a sentence.",
    name="»referat.pdf«",
    reason="=REASON_NO_TEXT",
)
FILE_DROPPED = _phrase(
    "FILE_DROPPED", "The file has been discarded. Nothing was stored.", "Translators: the person pressed cancel."
)
FILE_GONE = _phrase(
    "FILE_GONE",
    "The file is no longer held here. Send it again if it has not been stored.",
    "Translators: a second click, or too late.",
)
FILE_NOT_TAKEN = _phrase(
    "FILE_NOT_TAKEN",
    "I cannot do anything with files here. Ask me about a decision instead.",
    "Translators: a file from somebody who may not add documents.",
)
FILE_ONE_AT_A_TIME = _phrase(
    "FILE_ONE_AT_A_TIME",
    "Please send one file at a time. I have read the first one.",
    "Translators: several files in one message.",
)
FILE_ITEMS = _phrase(
    "FILE_ITEMS", "{count} item", "Translators: what was found in a file.", plural="{count} items", count=5
)
FILE_CLOSED_ITEMS = _phrase(
    "FILE_CLOSED_ITEMS",
    "{count} closed item",
    "Translators: what was found in a file.",
    plural="{count} closed items",
    count=1,
)
FILE_DECISIONS = _phrase(
    "FILE_DECISIONS", "{count} decision", "Translators: what was found in a file.", plural="{count} decisions", count=5
)
FILE_RECOMMENDATIONS = _phrase(
    "FILE_RECOMMENDATIONS",
    "{count} recommendation",
    "Translators: what was found in a file.",
    plural="{count} recommendations",
    count=4,
)
FILE_ATTACHMENTS = _phrase(
    "FILE_ATTACHMENTS",
    "{count} attachment",
    "Translators: what was found in a file.",
    plural="{count} attachments",
    count=3,
)
FILE_PASSAGES = _phrase(
    "FILE_PASSAGES", "{count} passage", "Translators: what was found in a file.", plural="{count} passages", count=12
)
FILE_FOUND = _phrase("FILE_FOUND", "Found in it", "Translators: label before the counts.")
FILE_WARNINGS = _phrase("FILE_WARNINGS", "Please note", "Translators: label before warnings.")
FIELD_ACCESS = _phrase(
    "FIELD_ACCESS", "What the document does not mark itself shall be", "Translators: label of the access choice."
)
CHOICE_CLOSED = _phrase("CHOICE_CLOSED", "closed: for members and secretaries only", "Translators: access choice.")
CHOICE_OPEN = _phrase("CHOICE_OPEN", "open: for all employees", "Translators: access choice.")
BODY_AS_PRINTED = _phrase("BODY_AS_PRINTED", "as the document says", "Translators: choice of body.")
BUTTON_STORE = _phrase("BUTTON_STORE", "Store", "Translators: button.")
BUTTON_DROP = _phrase("BUTTON_DROP", "Discard", "Translators: button.")
REASON_NO_TEXT = _phrase(
    "REASON_NO_TEXT", "there is no text in it. It may be a scan.", "Translators: why a file was refused."
)
REASON_ENCRYPTED = _phrase("REASON_ENCRYPTED", "it is protected by a password.", "Translators: why a file was refused.")
REASON_BROKEN = _phrase("REASON_BROKEN", "it is damaged.", "Translators: why a file was refused.")
REASON_TOO_LARGE = _phrase("REASON_TOO_LARGE", "it is too large.", "Translators: why a file was refused.")
REASON_TOO_SLOW = _phrase("REASON_TOO_SLOW", "it took too long to read.", "Translators: why a file was refused.")
REASON_UNKNOWN_FORMAT = _phrase(
    "REASON_UNKNOWN_FORMAT",
    "I do not know this kind of file. I read PDF, Word, text and web pages.",
    "Translators: why a file was refused.",
)
REASON_HOSTILE = _phrase(
    "REASON_HOSTILE", "it has contents that I do not open.", "Translators: why a file was refused."
)
REASON_FETCH = _phrase(
    "REASON_FETCH",
    "I could not fetch it from where it lies.",
    "Translators: why a file was refused: its place is not allowed, or did not answer.",
)
REASON_OTHER = _phrase("REASON_OTHER", "I could not read it.", "Translators: why a file was refused, any other reason.")
WARNING_CPR = _phrase(
    "WARNING_CPR",
    "A personal identity number was found on page {page}. The place is kept closed.",
    "Translators: warning; the number itself is never shown.",
    page=3,
)
WARNING_CPR_PLAIN = _phrase(
    "WARNING_CPR_PLAIN",
    "A personal identity number was found. The place is kept closed.",
    "Translators: warning without a page.",
)
WARNING_TRACKED = _phrase(
    "WARNING_TRACKED",
    "The document has tracked changes: insertions are read, but deletions are not.",
    "Translators: warning.",
)
WARNING_NOT_MINUTES = _phrase(
    "WARNING_NOT_MINUTES", "It does not look like minutes. It is stored as plain text by page.", "Translators: warning."
)
WARNING_OTHER = _phrase(
    "WARNING_OTHER",
    "{count} other note; the list of documents has it.",
    "Translators: warnings of other kinds.",
    plural="{count} other notes; the list of documents has them.",
    count=2,
)

# Improving the answers, for administrators.
UNANSWERED_TITLE = _phrase("UNANSWERED_TITLE", "Questions not answered well", "Translators: heading.")
UNANSWERED_NONE = _phrase(
    "UNANSWERED_NONE", "All questions of the last {count} days were answered.", "Translators: empty list.", count=90
)
UNANSWERED_LIST = _phrase(
    "UNANSWERED_LIST",
    "{count} question of the last {days} days was not answered well.",
    "Translators: list of questions.",
    plural="{count} questions of the last {days} days were not answered well.",
    count=7,
    days=90,
)
TIMES = _phrase("TIMES", "{count} time", "Translators: how often.", plural="{count} times", count=3)
WORDS_TITLE = _phrase("WORDS_TITLE", "Unknown words", "Translators: heading.")
WORDS_NONE = _phrase("WORDS_NONE", "There are no unknown words.", "Translators: empty list.")
WORDS_LIST = _phrase(
    "WORDS_LIST",
    "{count} word was not understood.",
    "Translators: list of words.",
    plural="{count} words were not understood.",
    count=6,
)
WORDS_HOW = _phrase(
    "WORDS_HOW", "Write, for example: add the word spildevand = wastewater", "Translators: how a word is added."
)
TERM_ADDED = _phrase(
    "TERM_ADDED",
    "{danish} = {english} has been added.",
    "Translators: a word was added; both are in quotation marks.",
    danish="»spildevand«",
    english="»wastewater«",
)
TERM_UNCLEAR = _phrase(
    "TERM_UNCLEAR",
    "I did not understand the two words. Write, for example: add the word spildevand = wastewater",
    "Translators: the command could not be read.",
)
STATUS_NOT_FOUND = _phrase("STATUS_NOT_FOUND", "not found", "Translators: what became of a question.")
STATUS_NOT_STATED = _phrase("STATUS_NOT_STATED", "not stated", "Translators: what became of a question.")
STATUS_NO_DECISION = _phrase("STATUS_NO_DECISION", "no decision", "Translators: what became of a question.")
STATUS_CHOICE = _phrase("STATUS_CHOICE", "choice", "Translators: what became of a question.")
STATUS_ANSWERED = _phrase("STATUS_ANSWERED", "answered", "Translators: what became of a question.")
STATUS_DISLIKE = _phrase("STATUS_DISLIKE", "thumbs down", "Translators: what became of a question.")
STATUS_OTHER = _phrase("STATUS_OTHER", "other", "Translators: what became of a question.")

# Errors.
ERROR_TITLE = _phrase("ERROR_TITLE", "That went wrong", "Translators: heading.")
ERROR = _phrase(
    "ERROR",
    "Something went wrong on my side. Please try again in a moment. If it happens again, give this "
    "reference to IT support: {reference}",
    "Translators: an unexpected error; the reference is in the log too.",
    reference="R-7F3K",
)
BUSY = _phrase(
    "BUSY",
    "I am still working on your last message. Wait a moment and try again.",
    "Translators: two messages at once.",
)
TOO_FAST = _phrase(
    "TOO_FAST", "That was many messages in a short time. Wait a moment and try again.", "Translators: rate limit."
)
DONE_ALREADY = _phrase(
    "DONE_ALREADY",
    "That has already been done, or it is no longer possible.",
    "Translators: a second click on the same button, or an old card.",
)
QUOTED = _phrase(
    "QUOTED",
    "“{text}”",
    "Translators: quotation marks around a title or a word.",
    text="Brug af provenuet fra salget af KMD-ejendommene",
)
CLASS_IN_TEXT = _phrase(
    "CLASS_IN_TEXT",
    "{label}: {text}",
    "Translators: a labelled quote in the text form of an answer.",
    label="Beslutning",
    text="»Godkendt som indstillet.«",
)

# Times as a source gives them, at its precision: fragments inside other sentences.
UNIT_PRIMO = _phrase(
    "UNIT_PRIMO", "early {month}", "Translators: the first third of a month or year.", month="December 2026"
)
UNIT_MEDIO = _phrase(
    "UNIT_MEDIO", "mid-{month}", "Translators: the middle third of a month or year.", month="December 2026"
)
UNIT_ULTIMO = _phrase(
    "UNIT_ULTIMO", "late {month}", "Translators: the last third of a month or year.", month="December 2026"
)
UNIT_WEEK = _phrase("UNIT_WEEK", "week {week} of {year}", "Translators: a week.", week="45", year="2026")
UNIT_QUARTER_1 = _phrase("UNIT_QUARTER_1", "the first quarter of {year}", "Translators: January to March.", year="2026")
UNIT_QUARTER_2 = _phrase("UNIT_QUARTER_2", "the second quarter of {year}", "Translators: April to June.", year="2026")
UNIT_QUARTER_3 = _phrase(
    "UNIT_QUARTER_3", "the third quarter of {year}", "Translators: July to September.", year="2026"
)
UNIT_QUARTER_4 = _phrase(
    "UNIT_QUARTER_4", "the fourth quarter of {year}", "Translators: October to December.", year="2026"
)
UNIT_SPRING = _phrase("UNIT_SPRING", "spring {year}", "Translators: March to May.", year="2026")
UNIT_SUMMER = _phrase("UNIT_SUMMER", "summer {year}", "Translators: June to August.", year="2026")
UNIT_AUTUMN = _phrase("UNIT_AUTUMN", "autumn {year}", "Translators: September to November.", year="2026")
UNIT_WINTER = _phrase(
    "UNIT_WINTER", "winter {year}", "Translators: December to February; the year may be two of them.", year="2026/27"
)
UNIT_HALF_1 = _phrase("UNIT_HALF_1", "the first half of {year}", "Translators: January to June.", year="2026")
UNIT_HALF_2 = _phrase("UNIT_HALF_2", "the second half of {year}", "Translators: July to December.", year="2026")
UNIT_RANGE = _phrase(
    "UNIT_RANGE", "{first} to {last}", "Translators: several months or years.", first="2026", last="2028"
)
IN_UNIT = _phrase(
    "IN_UNIT",
    "in {unit}",
    "Translators: within a month, quarter, season or year; follows a verb or a colon.",
    unit="=UNIT_SPRING",
)
IN_PART = _phrase(
    "IN_PART", "in {unit}", "Translators: early, in the middle or late in a month or year.", unit="=UNIT_PRIMO"
)
ON_DAY_TIME = _phrase(
    "ON_DAY_TIME",
    "on {date} at {time}",
    "Translators: a day and a time of day.",
    date=date(2026, 11, 12),
    time=time(9, 0),
)
BY_DAY = _phrase("BY_DAY", "by {date}", "Translators: a deadline on a day.", date=date(2026, 11, 12))
BY_DAY_TIME = _phrase(
    "BY_DAY_TIME",
    "by {date} at {time}",
    "Translators: a deadline at a time of day.",
    date=date(2026, 11, 12),
    time=time(12, 0),
)
BY_END = _phrase(
    "BY_END",
    "by the end of {unit}",
    "Translators: a deadline at the end of a month, quarter or year.",
    unit="=UNIT_QUARTER_3",
)
BY_UNIT = _phrase(
    "BY_UNIT", "by {unit}", "Translators: a deadline early, in the middle or late in a month.", unit="=UNIT_PRIMO"
)
WORDS_BY = _phrase(
    "WORDS_BY",
    "{words}, that is by {date}",
    "Translators: a deadline before a feast, in the words of the source, in quotation marks.",
    words="“inden jul”",
    date=date(2026, 12, 23),
)
UNIT_WEEK_BARE = _phrase(
    "UNIT_WEEK_BARE", "week {week}", "Translators: a week whose year is said later in the sentence.", week="45"
)
BEFORE_UNIT = _phrase("BEFORE_UNIT", "before {unit}", "Translators: a deadline before a season.", unit="=UNIT_SUMMER")
FROM_DAY = _phrase("FROM_DAY", "from {date}", "Translators: begins on a day.", date=date(2026, 11, 12))
FROM_UNIT = _phrase("FROM_UNIT", "from {unit}", "Translators: begins in a month, quarter or year.", unit="=UNIT_SPRING")
FROM_TO_DAYS = _phrase(
    "FROM_TO_DAYS",
    "from {first} to {last}",
    "Translators: from a day to a day.",
    first=date(2026, 11, 12),
    last=date(2026, 11, 20),
)
FROM_TO_UNITS = _phrase(
    "FROM_TO_UNITS",
    "from {first} to {last}",
    "Translators: from a month or year to another.",
    first="=UNIT_SPRING",
    last="=UNIT_AUTUMN",
)
OPEN_END = _phrase(
    "OPEN_END", "{when}, with the end date left open", "Translators: the source leaves the end open.", when="=FROM_UNIT"
)
ABOUT_DAY = _phrase("ABOUT_DAY", "around {date}", "Translators: about a day.", date=date(2026, 11, 12))
ABOUT_UNIT = _phrase("ABOUT_UNIT", "around {unit}", "Translators: about a month, season or year.", unit="=UNIT_SPRING")
YEAR_INFERRED = _phrase(
    "YEAR_INFERRED",
    "{when} (the year is not written there)",
    "Translators: the year was taken from the text around it.",
    when="=BY_DAY",
)
NO_SINGLE_DAY = _phrase(
    "NO_SINGLE_DAY", "The source names no day.", "Translators: remark: the time is a month, season or year."
)
IN_DAYS = _phrase(
    "IN_DAYS", "in {count} day", "Translators: how far ahead a deadline is.", plural="in {count} days", count=12
)
THIS_DAY = _phrase("THIS_DAY", "today", "Translators: a deadline is today.")
TODAY_LINE = _phrase(
    "TODAY_LINE",
    "Today, {date}",
    "Translators: the line between what has been and what is to come.",
    date=date(2026, 11, 12),
)
STATE_PAST = _phrase("STATE_PAST", "passed", "Translators: after a date on a timeline.")
STATE_NOW = _phrase("STATE_NOW", "now", "Translators: after a period on a timeline that today lies in.")
STATE_NEXT = _phrase("STATE_NEXT", "next", "Translators: after the next date on a timeline.")

# Programmes, strategies, projects and plans.
CLOSED_INITIATIVE = _phrase("CLOSED_INITIATIVE", "Closed", "Translators: badge on a programme that only some may see.")
KIND_PROGRAMME = _phrase("KIND_PROGRAMME", "Programme", "Translators: heading: what an initiative is.")
KIND_STRATEGY = _phrase("KIND_STRATEGY", "Strategy", "Translators: heading: what an initiative is.")
KIND_PLAN = _phrase("KIND_PLAN", "Plan", "Translators: heading: what an initiative is.")
KIND_PROJECT = _phrase("KIND_PROJECT", "Project", "Translators: heading: what an initiative is.")
KIND_TERMS = _phrase("KIND_TERMS", "Terms of reference", "Translators: heading: what an initiative is.")
KIND_REPORT = _phrase("KIND_REPORT", "Report", "Translators: heading: what an initiative is.")
KIND_INITIATIVE = _phrase("KIND_INITIATIVE", "Initiative", "Translators: heading: what an initiative is.")
COUNT_WORDS = _phrase(
    "COUNT_WORDS",
    "one two three four five six seven eight nine ten eleven twelve",
    "Translators: the numbers from one to twelve as words, in order.",
)
PARTS_PHASE = _phrase(
    "PARTS_PHASE",
    "{number} phase",
    "Translators: how many; the number is a word.",
    plural="{number} phases",
    number="four",
)
PARTS_FOCUS_AREA = _phrase(
    "PARTS_FOCUS_AREA",
    "{number} focus area",
    "Translators: how many; the number is a word.",
    plural="{number} focus areas",
    number="four",
)
PARTS_ACTION = _phrase(
    "PARTS_ACTION",
    "{number} action",
    "Translators: how many; the number is a word.",
    plural="{number} actions",
    number="four",
)
PARTS_GROUP = _phrase(
    "PARTS_GROUP",
    "{number} group",
    "Translators: how many; the number is a word.",
    plural="{number} groups",
    number="four",
)
PARTS_CASE = _phrase(
    "PARTS_CASE",
    "{number} case",
    "Translators: how many; the number is a word.",
    plural="{number} cases",
    number="four",
)
PARTS_RECOMMENDATION = _phrase(
    "PARTS_RECOMMENDATION",
    "{number} recommendation",
    "Translators: how many; the number is a word.",
    plural="{number} recommendations",
    number="four",
)
PARTS_BARRIER = _phrase(
    "PARTS_BARRIER",
    "{number} barrier",
    "Translators: how many; the number is a word.",
    plural="{number} barriers",
    number="four",
)
PARTS_GOAL = _phrase(
    "PARTS_GOAL",
    "{number} goal",
    "Translators: how many; the number is a word.",
    plural="{number} goals",
    number="four",
)
PARTS_PRINCIPLE = _phrase(
    "PARTS_PRINCIPLE",
    "{number} principle",
    "Translators: how many; the number is a word.",
    plural="{number} principles",
    number="four",
)
PARTS_MEMBER = _phrase(
    "PARTS_MEMBER",
    "{number} member",
    "Translators: how many; the number is a word.",
    plural="{number} members",
    number="four",
)
PARTS_ELEMENT = _phrase(
    "PARTS_ELEMENT",
    "{number} point",
    "Translators: how many; the number is a word.",
    plural="{number} points",
    number="four",
)
LIST_IS = _phrase(
    "LIST_IS",
    "There is {what} in {title}:",
    "Translators: above a whole list; the title is in quotation marks.",
    plural="There are {what} in {title}:",
    what="=PARTS_PHASE",
    title="“Åben Havn”",
)
LIST_BREAKS = _phrase(
    "LIST_BREAKS",
    "The source breaks off after no. {number}.",
    "Translators: a list is not whole in the source.",
    number="4",
)
LIST_FEWER = _phrase(
    "LIST_FEWER",
    "The source says {announced} but names {named}.",
    "Translators: the source announces another number of elements than it names; both are words.",
    announced="seven",
    named="five",
)
LIST_OTHER = _phrase(
    "LIST_OTHER",
    "You asked for {many}; the source names {named}.",
    "Translators: the question says another number than the source; both are words.",
    many="five",
    named="seven",
)
OVERVIEW_IS = _phrase(
    "OVERVIEW_IS",
    "This is what the documents say of {title}.",
    "Translators: above an overview of a programme; the title is in quotation marks.",
    title="“Åben Havn”",
)
STATUS_IS = _phrase(
    "STATUS_IS",
    "{title}: newest status, from {date}.",
    "Translators: above an overview of a programme; the title is in quotation marks.",
    title="“Åben Havn”",
    date=date(2026, 11, 12),
)
STATUS_ON = _phrase(
    "STATUS_ON", "Status on {date}", "Translators: label above a status report.", date=date(2026, 11, 12)
)
STATUS_LAST = _phrase("STATUS_LAST", "Latest status", "Translators: label above a status report without a date.")
STATUS_NONE = _phrase("STATUS_NONE", "The sources report no status.", "Translators: remark on an overview.")
STATUS_NONE_OF = _phrase(
    "STATUS_NONE_OF",
    "The sources report no status of {title}. This is what they say:",
    "Translators: above an overview when the status was asked for; the title is in quotation marks.",
    title="“Åben Havn”",
)
OWNER_NONE = _phrase("OWNER_NONE", "The source names no owner.", "Translators: remark on an overview.")
TIMES_NONE = _phrase("TIMES_NONE", "The source gives no dates.", "Translators: remark on an overview.")
TIMES_PAST = _phrase("TIMES_PAST", "All dates in the source have passed.", "Translators: remark on an overview.")
EARLIER_REPORTS = _phrase(
    "EARLIER_REPORTS",
    "{count} earlier report is in the documents.",
    "Translators: remark under the newest status report.",
    plural="{count} earlier reports are in the documents.",
    count=2,
)
NEXT_IS = _phrase(
    "NEXT_IS",
    "Next: {what}, {when}",
    "Translators: the next milestone; the words stand in quotation marks.",
    what="“Høring”",
    when="=BY_DAY",
)
LABEL_NEXT = _phrase("LABEL_NEXT", "Next deadline", "Translators: heading.")
LABEL_OWNER = _phrase("LABEL_OWNER", "Owner", "Translators: before the owner of a programme.")
LABEL_TIMELINE = _phrase("LABEL_TIMELINE", "Phases and milestones", "Translators: heading above a timeline.")
LABEL_TIMELINE_BARS = _phrase(
    "LABEL_TIMELINE_BARS",
    "Timeline from {first} to {last}",
    "Translators: heading above bars along a line of time.",
    first="=UNIT_SPRING",
    last="=UNIT_AUTUMN",
)
LABEL_TIMELINE_TODAY = _phrase(
    "LABEL_TIMELINE_TODAY",
    "Timeline from {first} to {last}. ▼ is today, {date}.",
    "Translators: above bars along a line of time that today lies on.",
    first="=UNIT_SPRING",
    last="=UNIT_AUTUMN",
    date=date(2026, 11, 12),
)
LABEL_GOALS = _phrase("LABEL_GOALS", "Goals", "Translators: heading above goals.")
LABEL_RESPONSIBLE = _phrase("LABEL_RESPONSIBLE", "Who does what", "Translators: heading above roles and names.")
LABEL_DECIDED = _phrase("LABEL_DECIDED", "Decisions about it", "Translators: heading above decisions on a programme.")
LABEL_LISTS = _phrase("LABEL_LISTS", "In the plan", "Translators: heading above the lists of a programme.")
LABEL_LIST = _phrase("LABEL_LIST", "List", "Translators: heading above a list.")
LABEL_INITIATIVE = _phrase(
    "LABEL_INITIATIVE", "Programme", "Translators: heading above what a programme is; before its title."
)
LABEL_INITIATIVES = _phrase("LABEL_INITIATIVES", "Programmes and strategies", "Translators: heading of a list.")
LABEL_MILESTONE = _phrase("LABEL_MILESTONE", "Milestone", "Translators: heading above a date.")
LABEL_PART = _phrase("LABEL_PART", "From the plan", "Translators: heading above a part of a plan.")
LABEL_GOAL = _phrase("LABEL_GOAL", "Goal", "Translators: heading above a goal.")
LABEL_RESPONSIBILITY = _phrase("LABEL_RESPONSIBILITY", "Responsibility", "Translators: heading above a role.")
LABEL_DUE = _phrase("LABEL_DUE", "Deadlines and milestones", "Translators: heading of a list by date.")
LABEL_MEANING = _phrase("LABEL_MEANING", "Abbreviation", "Translators: heading above what an abbreviation stands for.")
LABEL_ACROSS = _phrase("LABEL_ACROSS", "Several sources", "Translators: heading above quotes from several documents.")
MORE_PARTS = _phrase(
    "MORE_PARTS",
    "{count} more",
    "Translators: after the names of some of the elements of a list.",
    plural="{count} more",
    count=3,
)
SHOWING_PARTS = _phrase(
    "SHOWING_PARTS",
    "Showing {first} to {last} of {count}.",
    "Translators: which elements of a long list are on the card.",
    plural="Showing {first} to {last} of {count}.",
    first=1,
    last=20,
    count=34,
)
BUTTON_REST = _phrase("BUTTON_REST", "Show the rest", "Translators: button under a list that goes on.")
BUTTON_TIMES = _phrase("BUTTON_TIMES", "All dates", "Translators: button: all milestones of a programme.")
BUTTON_OVERVIEW = _phrase("BUTTON_OVERVIEW", "Overview", "Translators: button: the card of a programme.")
DUE_FOUND = _phrase(
    "DUE_FOUND",
    "There is {count} date {when}:",
    "Translators: above deadlines, milestones and meetings of a period, which may be left out.",
    plural="There are {count} dates {when}:",
    count=4,
    when="=IN_UNIT",
)
FROM_TODAY = _phrase("FROM_TODAY", "from today on", "Translators: the period of a list by date that has no end.")
DUE_FOUND_OF = _phrase(
    "DUE_FOUND_OF",
    "{title} has {count} date {when}:",
    "Translators: above the dates of one programme; the period may be left out.",
    plural="{title} has {count} dates {when}:",
    title="“Åben Havn”",
    count=4,
    when="=IN_UNIT",
)
DUE_NONE = _phrase(
    "DUE_NONE",
    "I know of no deadlines, milestones or meetings {when}.",
    "Translators: nothing is due in a period, which may be left out.",
    when="=IN_UNIT",
)
DUE_NONE_OF = _phrase(
    "DUE_NONE_OF",
    "{title} has no dates {when} in the documents.",
    "Translators: a programme without dates in a period, which may be left out.",
    title="“Åben Havn”",
    when="=IN_UNIT",
)
DUE_MEETING = _phrase("DUE_MEETING", "Meeting: {body}", "Translators: an entry of a list by date.", body="Direktionen")
DUE_SUBMISSION = _phrase(
    "DUE_SUBMISSION",
    "Submission deadline: {body}, meeting on {date}",
    "Translators: an entry of a list by date.",
    body="Direktionen",
    date=date(2026, 11, 12),
)
DUE_SUBMISSION_PLAIN = _phrase(
    "DUE_SUBMISSION_PLAIN",
    "Submission deadline: {body}",
    "Translators: an entry of a list by date; the meeting's day is unknown.",
    body="Direktionen",
)
INITIATIVES_FOUND = _phrase(
    "INITIATIVES_FOUND",
    "I know {count} programme or strategy:",
    "Translators: above a list.",
    plural="I know {count} programmes and strategies:",
    count=5,
)
INITIATIVES_NONE = _phrase(
    "INITIATIVES_NONE", "I know of no programmes or strategies.", "Translators: the list is empty."
)
ACROSS_FOUND = _phrase(
    "ACROSS_FOUND",
    "{count} document tells of this:",
    "Translators: above quotes from several documents, each named.",
    plural="{count} documents tell of this:",
    count=2,
)
MEANING_IS = _phrase(
    "MEANING_IS",
    "{short} stands for {long}.",
    "Translators: both in quotation marks.",
    short="“BUF”",
    long="“Børne- og Ungdomsforvaltningen”",
)
MEANING_READS = _phrase(
    "MEANING_READS",
    "{title} explains {short}:",
    "Translators: above the sentence that defines an abbreviation; both in quotation marks.",
    short="“BUF”",
    title="“Åben Havn”",
)
MEANINGS_SEVERAL = _phrase(
    "MEANINGS_SEVERAL",
    "{short} is used in {count} ways in the documents:",
    "Translators: an abbreviation with several meanings.",
    plural="{short} is used in {count} ways in the documents:",
    short="“BUF”",
    count=2,
)
MEANING_NONE = _phrase(
    "MEANING_NONE",
    "No document that I know explains {short}.",
    "Translators: an abbreviation without a definition.",
    short="“XYZ”",
)
ROLES_FOUND = _phrase(
    "ROLES_FOUND",
    "This is who does what in {title}:",
    "Translators: above several responsible people or bodies; the title is in quotation marks.",
    title="“Åben Havn”",
)
ROLE_READS = _phrase(
    "ROLE_READS",
    "{title} says who has the task:",
    "Translators: above a quote; the title is in quotation marks.",
    title="“Åben Havn”",
)
GOAL_IS = _phrase(
    "GOAL_IS",
    "The goal in {title} has a figure: {figure}.",
    "Translators: a goal with a figure, as printed.",
    title="“Åben Havn”",
    figure="95 %",
)
GOAL_READS = _phrase(
    "GOAL_READS",
    "The goal in {title} reads:",
    "Translators: above a quote; the title is in quotation marks.",
    title="“Åben Havn”",
)
GOALS_FOUND = _phrase(
    "GOALS_FOUND",
    "{title} sets {count} goal:",
    "Translators: above several goals; the title is in quotation marks.",
    plural="{title} sets {count} goals:",
    title="“Åben Havn”",
    count=3,
)
PART_READS = _phrase(
    "PART_READS",
    "{title} says:",
    "Translators: above a quote from a plan; the title is in quotation marks.",
    title="“Åben Havn”",
)
SOURCE_NO_DATE = _phrase(
    "SOURCE_NO_DATE", "The source names this but gives no date for it.", "Translators: a plan or report lacks a date."
)
SOURCE_NO_PERSON = _phrase(
    "SOURCE_NO_PERSON",
    "The source names this but not who is responsible.",
    "Translators: a plan or report lacks a name.",
)
SOURCE_NO_AMOUNT = _phrase(
    "SOURCE_NO_AMOUNT", "The source names this but gives no amount.", "Translators: a plan or report lacks an amount."
)
SOURCE_NOT_STATED = _phrase(
    "SOURCE_NOT_STATED",
    "The source names this but does not answer the question.",
    "Translators: a plan or report lacks what was asked for.",
)
NOT_STATED_GOAL = _phrase(
    "NOT_STATED_GOAL", "The source states no goal for this.", "Translators: nothing is known of a goal."
)
ASK_MILESTONES = _phrase("ASK_MILESTONES", "What are the milestones?", "Translators: suggested question.")
ASK_STATUS = _phrase("ASK_STATUS", "What is the status?", "Translators: suggested question.")
ASK_GOAL = _phrase("ASK_GOAL", "What is the goal?", "Translators: suggested question.")
ASK_INITIATIVES = _phrase("ASK_INITIATIVES", "Which programmes are there?", "Translators: suggested question.")
ASK_DUE = _phrase("ASK_DUE", "What is due next month?", "Translators: suggested question.")

# Coming meetings and their deadlines, from agendas and from the calendar.
MEETING_AND_DEADLINE = _phrase(
    "MEETING_AND_DEADLINE",
    "The next meeting of {body} is on {day}, and the deadline for items is {deadline}.",
    "Translators: answer to: when is the next meeting, and when is the deadline.",
    body="Direktionen",
    day="=DAY_TIME",
    deadline="=DAY_TIME",
)
MEETING_AND_DEADLINE_PAST = _phrase(
    "MEETING_AND_DEADLINE_PAST",
    "The next meeting of {body} is on {day}; the deadline for items was {deadline}.",
    "Translators: the same, when the deadline has passed.",
    body="Direktionen",
    day="=DAY_TIME",
    deadline="=DAY_TIME",
)
MEETING_WITHOUT_DEADLINE = _phrase(
    "MEETING_WITHOUT_DEADLINE",
    "The next meeting of {body} is on {day}. No deadline for items is stated.",
    "Translators: the same, when no deadline is known.",
    body="Direktionen",
    day="=DAY_TIME",
)
NEXT_MEETING_PLACE = _phrase(
    "NEXT_MEETING_PLACE",
    "The next meeting of {body} is on {day}, {place}.",
    "Translators: answer to: where is the next meeting.",
    body="Direktionen",
    day="=DAY_TIME",
    place="Byrådssalen",
)
NEXT_MEETING_NO_PLACE = _phrase(
    "NEXT_MEETING_NO_PLACE",
    "The next meeting of {body} is on {day}. No place is stated.",
    "Translators: answer to: where is the next meeting.",
    body="Direktionen",
    day="=DAY_TIME",
)
MEETING_ON = _phrase(
    "MEETING_ON",
    "{body} meets on {day}.",
    "Translators: a meeting on a day that was asked for.",
    body="Direktionen",
    day="=DAY_TIME",
)
MEETING_ON_PLACE = _phrase(
    "MEETING_ON_PLACE",
    "{body} meets on {day}, {place}.",
    "Translators: a meeting on a day that was asked for, with its place.",
    body="Direktionen",
    day="=DAY_TIME",
    place="Byrådssalen",
)
DEADLINE_WAS = _phrase(
    "DEADLINE_WAS",
    "The deadline for items for the meeting of {body} on {date} was {day}.",
    "Translators: answer to: when is the deadline; it has passed.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
QUALITY_ON = _phrase(
    "QUALITY_ON",
    "The quality check for the meeting of {body} on {date} is {day}.",
    "Translators: answer to: when is the quality check.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
QUALITY_WAS = _phrase(
    "QUALITY_WAS",
    "The quality check for the meeting of {body} on {date} was {day}.",
    "Translators: answer to: when is the quality check; it has been.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
QUALITY_UNKNOWN = _phrase(
    "QUALITY_UNKNOWN",
    "No day is stated for the quality check for the meeting of {body} on {date}.",
    "Translators: answer to: when is the quality check.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
DISPATCH_ON = _phrase(
    "DISPATCH_ON",
    "The agenda for the meeting of {body} on {date} is sent out {day}.",
    "Translators: answer to: when is the agenda sent out.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
DISPATCH_WAS = _phrase(
    "DISPATCH_WAS",
    "The agenda for the meeting of {body} on {date} was to be sent out {day}.",
    "Translators: answer to: when is the agenda sent out; the day has been.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
DISPATCH_UNKNOWN = _phrase(
    "DISPATCH_UNKNOWN",
    "No day is stated on which the agenda for the meeting of {body} on {date} is sent out.",
    "Translators: answer to: when is the agenda sent out.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
MINUTES_ON = _phrase(
    "MINUTES_ON",
    "The minutes of the meeting of {body} on {date} are to be ready {day}.",
    "Translators: answer to: when are the minutes ready.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
MINUTES_WAS = _phrase(
    "MINUTES_WAS",
    "The minutes of the meeting of {body} on {date} were to be ready {day}.",
    "Translators: answer to: when are the minutes ready; the day has been.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
MINUTES_UNKNOWN = _phrase(
    "MINUTES_UNKNOWN",
    "No day is stated on which the minutes of the meeting of {body} on {date} are ready.",
    "Translators: answer to: when are the minutes ready.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
MEETING_CANCELLED = _phrase(
    "MEETING_CANCELLED",
    "The meeting of {body} on {day} is cancelled.",
    "Translators: answer to: is the meeting cancelled or moved, does it take place.",
    body="Direktionen",
    day="=DAY_TIME",
)
MEETING_MOVED = _phrase(
    "MEETING_MOVED",
    "The meeting of {body} on {date} has been moved to {day}.",
    "Translators: answer to: is the meeting cancelled or moved, does it take place.",
    body="Direktionen",
    date=date(2026, 12, 3),
    day="=DAY_TIME",
)
MEETING_STANDS = _phrase(
    "MEETING_STANDS",
    "The meeting of {body} on {day} takes place.",
    "Translators: answer to: is the meeting cancelled or moved, does it take place.",
    body="Direktionen",
    day="=DAY_TIME",
)
NO_MEETING_ON = _phrase(
    "NO_MEETING_ON",
    "I know of no meeting {when}.",
    "Translators: nothing in the calendar; when is a day or period.",
    when="=ON_DAY",
)
NO_MEETING_OF_ON = _phrase(
    "NO_MEETING_OF_ON",
    "I know of no meeting of {body} {when}.",
    "Translators: nothing in the calendar; when is a day or period.",
    body="Direktionen",
    when="=ON_DAY",
)
NONE_CANCELLED = _phrase(
    "NONE_CANCELLED",
    "I know of no coming meeting that is cancelled or moved.",
    "Translators: answer to: which meetings are cancelled.",
)
CHANGED_FOUND = _phrase(
    "CHANGED_FOUND",
    "{count} coming meeting is cancelled or moved.",
    "Translators: answer to: which meetings are cancelled.",
    plural="{count} coming meetings are cancelled or moved.",
    count=2,
)
MEETINGS_WHEN = _phrase(
    "MEETINGS_WHEN",
    "There is {count} meeting {when}.",
    "Translators: meetings of a period.",
    plural="There are {count} meetings {when}.",
    when="=IN_MONTH",
    count=3,
)
MEETINGS_OF_WHEN = _phrase(
    "MEETINGS_OF_WHEN",
    "{body} has {count} meeting {when}.",
    "Translators: meetings of a body in a period.",
    plural="{body} has {count} meetings {when}.",
    body="Direktionen",
    when="=IN_MONTH",
    count=3,
)
MEETINGS_OF = _phrase(
    "MEETINGS_OF",
    "{body} has {count} coming meeting that I know of.",
    "Translators: meetings of a body.",
    plural="{body} has {count} coming meetings that I know of.",
    body="Direktionen",
    count=3,
)
CALENDAR_EMPTY = _phrase(
    "CALENDAR_EMPTY",
    "I know of no coming meetings of {body}: nobody has entered its calendar.",
    "Translators: neither plan nor agenda.",
    body="Direktionen",
)
CALENDAR_EMPTY_WHO = _phrase(
    "CALENDAR_EMPTY_WHO",
    "It can be entered by {names}, in a personal chat with me.",
    "Translators: secretaries of the body.",
    names="Cille Ærø",
)
CALENDAR_EMPTY_NOBODY = _phrase(
    "CALENDAR_EMPTY_NOBODY",
    "It can be entered by the secretary of {body}; none has been named yet, and an administrator can do that.",
    "Translators: the body has no secretary.",
    body="Direktionen",
)
CALENDAR_EMPTY_YOU = _phrase(
    "CALENDAR_EMPTY_YOU",
    "You can enter it: press the button, or write for example: {example}",
    "Translators: to the body's secretary; an example in quotation marks follows.",
    example="“Direktionen mødes hver anden torsdag kl. 8.30”",
)
QUALITY_IS = _phrase("QUALITY_IS", "Quality check: {day}", "Translators: of a coming meeting.", day="=DAY_TIME")
DISPATCH_IS = _phrase("DISPATCH_IS", "Agenda sent out: {day}", "Translators: of a coming meeting.", day="=DAY_TIME")
MINUTES_IS = _phrase("MINUTES_IS", "Minutes ready: {day}", "Translators: of a coming meeting.", day="=DAY_TIME")
MARK_CANCELLED = _phrase("MARK_CANCELLED", "Cancelled", "Translators: mark on a meeting.")
MARK_MOVED = _phrase("MARK_MOVED", "Moved from {date}", "Translators: mark on a meeting.", date=date(2026, 12, 3))
MARK_EXTRA = _phrase("MARK_EXTRA", "Extra meeting", "Translators: mark on a meeting outside the usual rhythm.")
MARK_DAY_OFF = _phrase("MARK_DAY_OFF", "Falls on a holiday or closing day", "Translators: mark on a meeting.")
MARK_REASON = _phrase(
    "MARK_REASON",
    "Reason: {reason}",
    "Translators: why a meeting was moved or cancelled, as the secretary wrote it.",
    reason="For få punkter",
)
CALENDAR_OF = _phrase(
    "CALENDAR_OF",
    "Meeting calendar of {body}",
    "Translators: the source of what the calendar says.",
    body="Direktionen",
)

# What secretaries keep the calendar by.
EXAMPLE_PATTERN = _phrase(
    "EXAMPLE_PATTERN",
    "{body} meets every other Thursday at 8:30 from 7 January",
    "Translators: example of a sentence that is understood.",
    body="Direktionen",
)

# Agendas to come.
AGENDAS_FOUND = _phrase(
    "AGENDAS_FOUND",
    "{count} coming meeting has an agenda.",
    "Translators: meetings whose items are listed below.",
    plural="{count} coming meetings have an agenda.",
    count=3,
)

# The meeting calendar as its secretaries keep it.
CONFIRM_MOVE = _phrase(
    "CONFIRM_MOVE",
    "Shall I move the meeting of {body}?",
    "Translators: before a change of the calendar.",
    body="Direktionen",
)
CONFIRM_TIME = _phrase(
    "CONFIRM_TIME",
    "Shall I change the meeting of {body} on {date}?",
    "Translators: before a change of time or place.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
CONFIRM_CANCEL_MEETING = _phrase(
    "CONFIRM_CANCEL_MEETING",
    "Shall I cancel the meeting of {body}?",
    "Translators: before a meeting is cancelled.",
    body="Direktionen",
)
CONFIRM_ADD_MEETING = _phrase(
    "CONFIRM_ADD_MEETING",
    "Shall I enter an extra meeting of {body}?",
    "Translators: before a single meeting is added.",
    body="Direktionen",
)
CONFIRM_RESTORE = _phrase(
    "CONFIRM_RESTORE",
    "Shall the meeting of {body} take place as planned first?",
    "Translators: before a cancelled or moved meeting is put back.",
    body="Direktionen",
)
CONFIRM_PATTERN = _phrase(
    "CONFIRM_PATTERN",
    "Shall {body} meet {rhythm}?",
    "Translators: before a new rhythm; rhythm: every other Thursday at 8:30.",
    body="Direktionen",
    rhythm="every other Thursday",
)
CONFIRM_END = _phrase(
    "CONFIRM_END",
    "Shall {body} have no regular meetings from {date}?",
    "Translators: before a rhythm ends.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
CONFIRM_DEADLINES = _phrase(
    "CONFIRM_DEADLINES",
    "Shall these be the deadlines for meetings of {body}?",
    "Translators: before deadlines are changed.",
    body="Direktionen",
)
CHANGE_TOLD = _phrase(
    "CHANGE_TOLD",
    "Everybody who asks about the meetings will see it at once.",
    "Translators: below a question before a change of the calendar.",
)
AGENDA_STAYS = _phrase(
    "AGENDA_STAYS",
    "The agenda that is out follows the meeting; its deadline is reckoned anew.",
    "Translators: below a question before a meeting with an agenda is moved.",
)
DEADLINE_GONE = _phrase(
    "DEADLINE_GONE", "The deadline for items has passed then.", "Translators: warning before a change."
)
LABEL_BEFORE = _phrase("LABEL_BEFORE", "So far", "Translators: label of a row.")
LABEL_AFTER = _phrase("LABEL_AFTER", "From now on", "Translators: label of a row.")
LABEL_FIRST_MEETINGS = _phrase("LABEL_FIRST_MEETINGS", "The first meetings", "Translators: label of a row.")
LABEL_DAYS_OFF = _phrase("LABEL_DAYS_OFF", "On holidays and closing days", "Translators: label of a row.")
LABEL_NEXT_DEADLINES = _phrase(
    "LABEL_NEXT_DEADLINES", "For the meeting on {date}", "Translators: heading above deadlines.", date=date(2026, 12, 3)
)
LABEL_CALENDAR = _phrase("LABEL_CALENDAR", "Meeting calendar", "Translators: heading of a card.")
LABEL_RHYTHM = _phrase("LABEL_RHYTHM", "Rhythm", "Translators: label of a row: how often a body meets.")
LABEL_REASON = _phrase("LABEL_REASON", "Reason", "Translators: label of a row.")
LABEL_CHANGED = _phrase("LABEL_CHANGED", "Last changed", "Translators: label of a row: when and by whom.")
CHANGED_BY = _phrase(
    "CHANGED_BY", "{when} by {name}", "Translators: who changed the calendar.", when="=DAY_TIME", name="Cille Ærø"
)
RULE_BEFORE = _phrase(
    "RULE_BEFORE",
    "{count} working day before the meeting at {time}",
    "Translators: a deadline.",
    plural="{count} working days before the meeting at {time}",
    time=time(12, 0),
    count=8,
)
RULE_AFTER = _phrase(
    "RULE_AFTER",
    "{count} working day after the meeting at {time}",
    "Translators: a deadline.",
    plural="{count} working days after the meeting at {time}",
    time=time(12, 0),
    count=3,
)
RULE_SAME = _phrase("RULE_SAME", "on the day of the meeting at {time}", "Translators: a deadline.", time=time(12, 0))
RHYTHM_WEEKLY = _phrase("RHYTHM_WEEKLY", "every {weekday}", "Translators: how often a body meets.", weekday="Thursday")
RHYTHM_OTHER = _phrase(
    "RHYTHM_OTHER", "every other {weekday}", "Translators: how often a body meets.", weekday="Thursday"
)
RHYTHM_WEEKS = _phrase(
    "RHYTHM_WEEKS",
    "on {weekday} every {count} weeks",
    "Translators: how often a body meets.",
    plural="on {weekday} every {count} weeks",
    weekday="Thursday",
    count=3,
)
RHYTHM_MONTH = _phrase(
    "RHYTHM_MONTH",
    "on the {ordinals} {weekday} of the month",
    "Translators: how often a body meets; ordinals: first and third.",
    weekday="Thursday",
    ordinals="first and third",
)
RHYTHM_AT = _phrase(
    "RHYTHM_AT",
    "{rhythm} at {time}",
    "Translators: how often a body meets, with the time.",
    rhythm="every other Thursday",
    time=time(8, 30),
)
RHYTHM_FROM = _phrase(
    "RHYTHM_FROM",
    "{rhythm} from {date}",
    "Translators: how often a body meets, with the first day.",
    rhythm="every other Thursday",
    date=date(2026, 12, 3),
)
RHYTHM_UNTIL = _phrase(
    "RHYTHM_UNTIL",
    "{rhythm} until {date}",
    "Translators: how often a body meets, with the last day.",
    rhythm="every other Thursday",
    date=date(2026, 12, 3),
)
RHYTHM_NOT_IN = _phrase(
    "RHYTHM_NOT_IN",
    "{rhythm}, not in {months}",
    "Translators: how often a body meets, and the months without meetings.",
    rhythm="every other Thursday",
    months="July",
)
RHYTHM_NONE = _phrase("RHYTHM_NONE", "no regular meetings", "Translators: how often a body meets.")
ORDINAL_1 = _phrase("ORDINAL_1", "first", "Translators: of the month.")
ORDINAL_2 = _phrase("ORDINAL_2", "second", "Translators: of the month.")
ORDINAL_3 = _phrase("ORDINAL_3", "third", "Translators: of the month.")
ORDINAL_4 = _phrase("ORDINAL_4", "fourth", "Translators: of the month.")
ORDINAL_5 = _phrase("ORDINAL_5", "fifth", "Translators: of the month.")
ORDINAL_LAST = _phrase("ORDINAL_LAST", "last", "Translators: of the month.")
MEETING_ADDED = _phrase(
    "MEETING_ADDED",
    "{body} now has an extra meeting on {day}.",
    "Translators: after a single meeting was added.",
    body="Direktionen",
    day="=DAY_TIME",
)
MEETING_CHANGED = _phrase(
    "MEETING_CHANGED",
    "{body} now meets on {day}.",
    "Translators: after a change of time or place.",
    body="Direktionen",
    day="=DAY_TIME",
)
PATTERN_SET = _phrase(
    "PATTERN_SET",
    "{body} now meets {rhythm}.",
    "Translators: after a new rhythm was entered.",
    body="Direktionen",
    rhythm="every other Thursday",
)
PATTERN_ENDED = _phrase(
    "PATTERN_ENDED",
    "{body} has no regular meetings from {date}.",
    "Translators: after a rhythm was ended.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
DEADLINES_SET = _phrase(
    "DEADLINES_SET",
    "The deadlines for meetings of {body} have been changed.",
    "Translators: after deadlines were changed.",
    body="Direktionen",
)
CALENDAR_UNDONE = _phrase(
    "CALENDAR_UNDONE",
    "The calendar of {body} is as it was before.",
    "Translators: after a change was taken back.",
    body="Direktionen",
)
CANNOT_NO_MEETING = _phrase(
    "CANNOT_NO_MEETING",
    "{body} has no meeting on {date}.",
    "Translators: a change that cannot be made.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
CANNOT_TAKEN = _phrase(
    "CANNOT_TAKEN",
    "{body} meets on {date} already.",
    "Translators: a change that cannot be made.",
    body="Direktionen",
    date=date(2026, 12, 3),
)
CANNOT_PAST = _phrase(
    "CANNOT_PAST", "{date} has been.", "Translators: a change that cannot be made.", date=date(2026, 12, 3)
)
CANNOT_NOTHING = _phrase(
    "CANNOT_NOTHING", "It is so already. Nothing has been changed.", "Translators: a change that changes nothing."
)
CANNOT_READ = _phrase(
    "CANNOT_READ",
    "I could not tell what is to be changed. Write for example: {example}",
    "Translators: a change of the calendar that was not understood; an example in quotation marks follows.",
    example="“Direktionen mødes hver anden torsdag kl. 8.30”",
)
CANNOT_SO_LONG = _phrase(
    "CANNOT_SO_LONG",
    "A deadline can be at most 60 working days from the meeting.",
    "Translators: a deadline that cannot be.",
)
EXAMPLE_MOVE = _phrase(
    "EXAMPLE_MOVE",
    "Move the meeting on 3 December to 8 December",
    "Translators: example of a sentence that is understood.",
)
EXAMPLE_ADD = _phrase(
    "EXAMPLE_ADD", "Extra meeting on 12 January at 9", "Translators: example of a sentence that is understood."
)
EXAMPLE_DEADLINE = _phrase(
    "EXAMPLE_DEADLINE",
    "The deadline for items is 8 working days before at noon",
    "Translators: example of a sentence that is understood.",
)
STALE_PLAN = _phrase(
    "STALE_PLAN",
    "The calendar of {body} has been changed meanwhile: {what}. Nothing has been done now.",
    "Translators: two secretaries at once; what: who did what when.",
    body="Direktionen",
    what="=DID_MOVE",
)
STALE_PLAN_PLAIN = _phrase(
    "STALE_PLAN_PLAIN",
    "The calendar of {body} has been changed meanwhile. Nothing has been done now.",
    "Translators: two secretaries at once.",
    body="Direktionen",
)
DID_MOVE = _phrase(
    "DID_MOVE",
    "{name} moved the meeting of {date} ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    date=date(2026, 12, 3),
    when="=DAY_TIME",
)
DID_CANCEL = _phrase(
    "DID_CANCEL",
    "{name} cancelled the meeting of {date} ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    date=date(2026, 12, 3),
    when="=DAY_TIME",
)
DID_ADD = _phrase(
    "DID_ADD",
    "{name} entered a meeting on {date} ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    date=date(2026, 12, 3),
    when="=DAY_TIME",
)
DID_RESTORE = _phrase(
    "DID_RESTORE",
    "{name} put the meeting of {date} back ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    date=date(2026, 12, 3),
    when="=DAY_TIME",
)
DID_CHANGE = _phrase(
    "DID_CHANGE",
    "{name} changed rhythm or deadlines ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    when="=DAY_TIME",
)
DID_UNDO = _phrase(
    "DID_UNDO",
    "{name} took a change back ({when})",
    "Translators: who changed the calendar; inside a sentence.",
    name="Cille Ærø",
    when="=DAY_TIME",
)
SOMEBODY = _phrase("SOMEBODY", "somebody", "Translators: stands for a person whose name is unknown.")
WHICH_CALENDAR = _phrase("WHICH_CALENDAR", "Whose calendar do you mean?", "Translators: a choice of bodies follows.")
CALENDAR_12 = _phrase(
    "CALENDAR_12",
    "{body} has {count} meeting in the next twelve months.",
    "Translators: above the calendar of a body.",
    plural="{body} has {count} meetings in the next twelve months.",
    body="Direktionen",
    count=17,
)
CALENDAR_NONE = _phrase(
    "CALENDAR_NONE",
    "{body} has no meetings in the next twelve months.",
    "Translators: above the calendar of a body.",
    body="Direktionen",
)
CALENDAR_ROWS = _phrase(
    "CALENDAR_ROWS", "Press a meeting to move or cancel it.", "Translators: to the secretary, above the calendar."
)
DAY_WHAT = _phrase("DAY_WHAT", "What shall become of the meeting?", "Translators: above inputs for one meeting.")
FORM_TITLE = _phrase(
    "FORM_TITLE", "Rhythm and deadlines of {body}", "Translators: heading of a card with inputs.", body="Direktionen"
)
FORM_INTRO = _phrase("FORM_INTRO", "You see what changes before anything is saved.", "Translators: above inputs.")
FIELD_WEEKDAY = _phrase("FIELD_WEEKDAY", "Weekday", "Translators: label of an input.")
FIELD_RHYTHM = _phrase("FIELD_RHYTHM", "How often", "Translators: label of an input.")
FIELD_SINCE = _phrase("FIELD_SINCE", "From", "Translators: label of an input: a date.")
FIELD_NEW_DAY = _phrase("FIELD_NEW_DAY", "New day", "Translators: label of an input: a date.")
FIELD_START = _phrase("FIELD_START", "Starts at", "Translators: label of an input: a time.")
FIELD_PLACE = _phrase("FIELD_PLACE", "Place", "Translators: label of an input.")
FIELD_REASON = _phrase("FIELD_REASON", "Reason (may be left out)", "Translators: label of an input.")
FIELD_PAUSE = _phrase("FIELD_PAUSE", "Months without meetings", "Translators: label of an input.")
FIELD_SUBMISSION = _phrase(
    "FIELD_SUBMISSION", "Deadline for items: working days before the meeting", "Translators: label of an input."
)
FIELD_QUALITY = _phrase(
    "FIELD_QUALITY", "Quality check: working days before the meeting", "Translators: label of an input."
)
FIELD_DISPATCH = _phrase(
    "FIELD_DISPATCH", "Agenda sent out: working days before the meeting", "Translators: label of an input."
)
FIELD_MINUTES = _phrase(
    "FIELD_MINUTES", "Minutes ready: working days after the meeting", "Translators: label of an input."
)
FIELD_TIME = _phrase("FIELD_TIME", "Time", "Translators: label of an input.")
FIELD_WRONG = _phrase("FIELD_WRONG", "This cannot be. Please look again.", "Translators: message below an input.")
EVERY_WEEK = _phrase("EVERY_WEEK", "every week", "Translators: choice: how often.")
EVERY_OTHER_WEEK = _phrase("EVERY_OTHER_WEEK", "every other week", "Translators: choice: how often.")
EVERY_WEEKS = _phrase(
    "EVERY_WEEKS", "every {count} weeks", "Translators: choice: how often.", plural="every {count} weeks", count=3
)
IN_THE_MONTH = _phrase(
    "IN_THE_MONTH",
    "{ordinals} of the month",
    "Translators: choice: how often; ordinals: first and third.",
    ordinals="first and third",
)
SUBMISSION_NAME = _phrase("SUBMISSION_NAME", "Deadline for items", "Translators: a kind of deadline.")
QUALITY_NAME = _phrase("QUALITY_NAME", "Quality check", "Translators: a kind of deadline.")
DISPATCH_NAME = _phrase("DISPATCH_NAME", "Agenda sent out", "Translators: a kind of deadline.")
MINUTES_NAME = _phrase("MINUTES_NAME", "Minutes ready", "Translators: a kind of deadline.")
BUTTON_MOVE_MEETING = _phrase("BUTTON_MOVE_MEETING", "Move the meeting", "Translators: button.")
BUTTON_CHANGE_MEETING = _phrase("BUTTON_CHANGE_MEETING", "Change the meeting", "Translators: button.")
BUTTON_CANCEL_MEETING = _phrase("BUTTON_CANCEL_MEETING", "Cancel the meeting", "Translators: button.")
BUTTON_ADD_MEETING = _phrase("BUTTON_ADD_MEETING", "Enter the meeting", "Translators: button.")
BUTTON_RESTORE = _phrase("BUTTON_RESTORE", "Put it back", "Translators: button: a cancelled or moved meeting.")
BUTTON_SAVE_PLAN = _phrase("BUTTON_SAVE_PLAN", "Save", "Translators: button.")
BUTTON_END_PATTERN = _phrase("BUTTON_END_PATTERN", "End the rhythm", "Translators: button.")
BUTTON_EDIT_CALENDAR = _phrase("BUTTON_EDIT_CALENDAR", "Rhythm and deadlines", "Translators: button: opens inputs.")
BUTTON_SHOW_CALENDAR = _phrase("BUTTON_SHOW_CALENDAR", "Show the calendar", "Translators: button.")
BUTTON_REVIEW = _phrase("BUTTON_REVIEW", "See the changes", "Translators: button.")
BUTTON_UNDO = _phrase("BUTTON_UNDO", "Undo", "Translators: button.")

# Watches: what a person or channel wants to be told of, and what is new.
WATCH_SET_ALL = _phrase(
    "WATCH_SET_ALL",
    "I’ll tell you when something comes up about {what}.",
    "Translators: a watch was set up; a topic in quotation marks or a case.",
    what="“school structure”",
)
WATCH_SET_DECIDED = _phrase(
    "WATCH_SET_DECIDED",
    "I’ll tell you when something is decided about {what}.",
    "Translators: a watch on decisions was set up; a topic in quotation marks or a case.",
    what="“school structure”",
)
WATCH_SET_BODY_ALL = _phrase(
    "WATCH_SET_BODY_ALL",
    "I’ll tell you when there is something new from {what}.",
    "Translators: a watch on a deciding body was set up.",
    what="Direktionen",
)
WATCH_SET_BODY_DECIDED = _phrase(
    "WATCH_SET_BODY_DECIDED",
    "I’ll tell you when {what} has made decisions.",
    "Translators: a watch on the decisions of a body was set up.",
    what="Direktionen",
)
WATCH_ALREADY = _phrase(
    "WATCH_ALREADY",
    "I’m already watching for {what}.",
    "Translators: the same watch was there before.",
    what="“school structure”",
)
WATCH_ENDED = _phrase(
    "WATCH_ENDED",
    "I’m no longer watching for {what}.",
    "Translators: a watch was ended.",
    what="“school structure”",
)
WATCH_TOPIC_IN = _phrase(
    "WATCH_TOPIC_IN",
    "{topic} in {body}",
    "Translators: what is watched for: a topic within one deciding body.",
    topic="“school structure”",
    body="Direktionen",
)
WATCH_CASE = _phrase(
    "WATCH_CASE",
    "case {number}",
    "Translators: what is watched for: a case by its number.",
    number="24/1234",
)
WATCH_HIDDEN = _phrase(
    "WATCH_HIDDEN",
    "a matter that can’t be shown here",
    "Translators: what is watched for, inside a sentence, when the reader may not know its name any more.",
)
WATCH_FROM_BODY = _phrase(
    "WATCH_FROM_BODY",
    "everything from {body}",
    "Translators: what is watched for: all that a deciding body does.",
    body="Direktionen",
)
LABEL_WATCH = _phrase(
    "LABEL_WATCH",
    "Watching",
    "Translators: small heading above a watch.",
)
LABEL_WATCHES = _phrase(
    "LABEL_WATCHES",
    "What I’m watching",
    "Translators: small heading above the list of watches.",
)
LABEL_WATCH_NEWS = _phrase(
    "LABEL_WATCH_NEWS",
    "News about what you follow",
    "Translators: small heading above a message that was asked for in advance.",
)
LABEL_WATCH_NEWS_HERE = _phrase(
    "LABEL_WATCH_NEWS_HERE",
    "News about what is followed here",
    "Translators: small heading above such a message in a channel or group.",
)
LABEL_WATCH_OF = _phrase(
    "LABEL_WATCH_OF",
    "Told of",
    "Translators: label: which events a watch tells of.",
)
WATCH_OF_ALL = _phrase(
    "WATCH_OF_ALL",
    "agendas, decisions and new documents",
    "Translators: which events a watch tells of.",
)
WATCH_OF_DECIDED = _phrase(
    "WATCH_OF_DECIDED",
    "decisions only",
    "Translators: which events a watch tells of.",
)
LABEL_WATCH_WHERE = _phrase(
    "LABEL_WATCH_WHERE",
    "Where",
    "Translators: label: where a watch tells.",
)
WATCH_HERE_ALL = _phrase(
    "WATCH_HERE_ALL",
    "here, for everyone in this conversation",
    "Translators: where a watch of a channel or group tells.",
)
WATCH_HERE_YOU = _phrase(
    "WATCH_HERE_YOU",
    "here, to you alone",
    "Translators: where a watch of one person tells.",
)
LABEL_WATCH_BY = _phrase(
    "LABEL_WATCH_BY",
    "Set up by",
    "Translators: label: who set up a watch.",
)
WATCH_BY = _phrase(
    "WATCH_BY",
    "{name}, {date}",
    "Translators: who set up a watch, and when.",
    name="Anna Jensen",
    date=date(2026, 11, 22),
)
WATCHES_YOURS = _phrase(
    "WATCHES_YOURS",
    "I’m watching for {count} thing for you.",
    "Translators: above the list of a person’s watches.",
    plural="I’m watching for {count} things for you.",
    count=3,
)
WATCHES_HERE = _phrase(
    "WATCHES_HERE",
    "I’m watching for {count} thing here.",
    "Translators: above the list of the watches of a channel or group.",
    plural="I’m watching for {count} things here.",
    count=3,
)
WATCHES_NONE = _phrase(
    "WATCHES_NONE",
    "I’m not watching for anything yet. Write, for example: {example}",
    "Translators: there are no watches.",
    example="=ASK_WATCH",
)
WATCHES_MOST = _phrase(
    "WATCHES_MOST",
    "I’m watching for {count} thing already, and that is as many as I can. Stop one first.",
    "Translators: a person or channel has as many watches as allowed.",
    plural="I’m watching for {count} things already, and that is as many as I can. Stop one first.",
    count=36,
)
WATCH_WHAT = _phrase(
    "WATCH_WHAT",
    "What shall I watch for? Write, for example: {example}",
    "Translators: a watch was asked for without a matter.",
    example="=ASK_WATCH",
)
WATCH_WHICH = _phrase(
    "WATCH_WHICH",
    "Which one do you mean?",
    "Translators: several watches fit.",
)
WATCH_UNKNOWN = _phrase(
    "WATCH_UNKNOWN",
    "I’m not watching for {what}.",
    "Translators: a watch was to be ended or changed and is not there.",
    what="“school structure”",
)
WATCH_NOT_YOURS = _phrase(
    "WATCH_NOT_YOURS",
    "Only whoever set this up, or a secretary, can change or stop it.",
    "Translators: somebody else’s watch in a channel.",
)
WATCH_CHANGED = _phrase(
    "WATCH_CHANGED",
    "I’m now watching for {what} instead of {old}.",
    "Translators: a watch was changed to another matter.",
    what="“school closures”",
    old="“school structure”",
)
BUTTON_WATCH_STOP = _phrase(
    "BUTTON_WATCH_STOP",
    "Stop watching",
    "Translators: button that ends a watch.",
)
BUTTON_WATCH_STOP_ALL = _phrase("BUTTON_WATCH_STOP_ALL", "Stop them all", "Translators: button that ends all watches.")
CONFIRM_WATCH_STOP_ALL = _phrase(
    "CONFIRM_WATCH_STOP_ALL",
    "Shall I stop watching for {count} thing?",
    "Translators: asked before all watches are ended.",
    plural="Shall I stop watching for all {count} things?",
    count=3,
)
WATCH_NO_WAY_BACK = _phrase(
    "WATCH_NO_WAY_BACK",
    "Each would have to be set up again.",
    "Translators: asked before all watches are ended.",
)
WATCHES_ENDED = _phrase(
    "WATCHES_ENDED",
    "I’m no longer watching for that {count} thing.",
    "Translators: all watches were ended.",
    plural="I’m no longer watching for any of the {count} things.",
    count=3,
)
WATCHES_LEFT = _phrase(
    "WATCHES_LEFT",
    "{count} was set up by somebody else and stays.",
    "Translators: follows on that all of somebody’s watches in a channel were ended.",
    plural="{count} were set up by others and stay.",
    count=2,
)
BUTTON_WATCH_AGAIN = _phrase(
    "BUTTON_WATCH_AGAIN",
    "Watch again",
    "Translators: button that sets an ended watch up again.",
)
BUTTON_WATCH_UNDO = _phrase(
    "BUTTON_WATCH_UNDO",
    "Undo",
    "Translators: button that takes back a watch, or a change of one.",
)
BUTTON_WATCH_DECIDED = _phrase(
    "BUTTON_WATCH_DECIDED",
    "Decisions only",
    "Translators: button that limits a watch to decisions.",
)
BUTTON_WATCH_ALL = _phrase(
    "BUTTON_WATCH_ALL",
    "Agendas too",
    "Translators: button that widens a watch from decisions to all events.",
)
BUTTON_WATCHES = _phrase(
    "BUTTON_WATCHES",
    "All I’m watching",
    "Translators: button to the list of watches.",
)
BUTTON_FOLLOW = _phrase(
    "BUTTON_FOLLOW",
    "Tell me when something happens in the case",
    "Translators: button on an answer that sets up a watch on its case.",
)
ASK_WATCH = _phrase(
    "ASK_WATCH",
    "Tell me when something is decided about school structure",
    "Translators: an example of how a watch is asked for.",
)
ASK_WATCHES = _phrase(
    "ASK_WATCHES",
    "What are you watching?",
    "Translators: suggested question.",
)
ASK_NEWS = _phrase(
    "ASK_NEWS",
    "What’s new since last week?",
    "Translators: suggested question.",
)
NOTICE_AGENDA = _phrase(
    "NOTICE_AGENDA",
    "There is {count} item about {what} on the agenda: {place}.",
    "Translators: told in advance of a meeting.",
    plural="There are {count} items about {what} on the agenda: {place}.",
    count=1,
    what="“school structure”",
    place="Direktionen, 19 November 2026",
)
NOTICE_AGENDA_BODY = _phrase(
    "NOTICE_AGENDA_BODY",
    "The agenda has come: {place}, with {count} item.",
    "Translators: told when the agenda of a body is there.",
    plural="The agenda has come: {place}, with {count} items.",
    count=4,
    place="Direktionen, 19 November 2026",
)
NOTICE_DECIDED = _phrase(
    "NOTICE_DECIDED",
    "{count} decision has been made about {what}: {place}.",
    "Translators: told when minutes hold decisions on what is watched for.",
    plural="{count} decisions have been made about {what}: {place}.",
    count=1,
    what="“school structure”",
    place="Direktionen, 19 November 2026",
)
NOTICE_DECIDED_BODY = _phrase(
    "NOTICE_DECIDED_BODY",
    "The minutes have come: {place}, with {count} decision.",
    "Translators: told when the minutes of a body are there.",
    plural="The minutes have come: {place}, with {count} decisions.",
    count=4,
    place="Direktionen, 19 November 2026",
)
NOTICE_TREATED = _phrase(
    "NOTICE_TREATED",
    "The minutes have {count} item about {what}, without a decision: {place}.",
    "Translators: told when minutes speak of what is watched for and no decision is recorded.",
    plural="The minutes have {count} items about {what}, without a decision: {place}.",
    count=1,
    what="“school structure”",
    place="Direktionen, 19 November 2026",
)
NOTICE_TREATED_BODY = _phrase(
    "NOTICE_TREATED_BODY",
    "The minutes have come: {place}, with {count} item and no decision.",
    "Translators: told when the minutes of a body are there and hold no decision.",
    plural="The minutes have come: {place}, with {count} items and no decision.",
    count=2,
    place="Direktionen, 19 November 2026",
)
NOTICE_DOCUMENT = _phrase(
    "NOTICE_DOCUMENT",
    "A new document speaks of {what}: {title}.",
    "Translators: told when a programme, strategy or plan speaks of what is watched for.",
    what="“school structure”",
    title="“School plan 2027”",
)
NOTICE_DOCUMENT_BODY = _phrase(
    "NOTICE_DOCUMENT_BODY",
    "There is a new document from {what}: {title}.",
    "Translators: told when a programme, strategy or plan of a body is there.",
    what="Direktionen",
    title="“School plan 2027”",
)
LABEL_NEWS = _phrase(
    "LABEL_NEWS",
    "New",
    "Translators: small heading above what has come in since a day.",
)
NEWS_ITEMS = _phrase(
    "NEWS_ITEMS",
    "{count} item has come in {place} {when}.",
    "Translators: above what has come in; the place and the time may be missing.",
    plural="{count} items have come in {place} {when}.",
    count=14,
    place="from Direktionen",
    when="since 16 November 2026",
)
NEWS_DOCUMENTS = _phrase(
    "NEWS_DOCUMENTS",
    "{count} document has come in {place} {when}.",
    "Translators: above what has come in when it is papers of no meeting.",
    plural="{count} documents have come in {place} {when}.",
    count=2,
    place="from Direktionen",
    when="since 16 November 2026",
)
NEWS_NONE = _phrase(
    "NEWS_NONE",
    "Nothing new has come in {place} {when}.",
    "Translators: nothing has come in since a day.",
    place="from Direktionen",
    when="since 16 November 2026",
)
NEWS_FROM = _phrase(
    "NEWS_FROM",
    "from {body}",
    "Translators: whose papers have come in; follows a verb.",
    body="Direktionen",
)
NEWS_OTHERS = _phrase(
    "NEWS_OTHERS",
    "Other documents",
    "Translators: heading above papers of no meeting.",
)
