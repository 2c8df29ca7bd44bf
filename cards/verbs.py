"""The names of card actions: the only strings that flows match buttons on."""

ITEM = "item.show"
"""data: {"item": key}"""
ATTACHMENTS = "item.attachments"
COURSE = "item.course"
RELATED = "item.related"
CHOOSE = "choice.pick"
"""data: {"item": key, "intent": the intent that was asked}"""
MORE = "list.more"
"""data: {"from": int, "list": what rebuilds the list}"""

INITIATIVE = "initiative.show"
"""data: {"initiative": key}"""
PARTS = "initiative.list"
"""data: {"initiative": key, "list": key of the list, "from": int}"""
TIMES = "initiative.times"
"""data: {"initiative": key, "from": int}"""
DUE = "due.show"
"""data: {"since": day or "", "until": day or "", "from": int}: deadlines and milestones of a period"""
INITIATIVES = "initiative.all"
"""data: {"from": int}"""

WATCH = "watch.show"
"""data: {"watch": key}: a watch with what can be done to it"""
WATCHES = "watch.list"
"""data: {"from": int}"""
WATCH_ITEM = "watch.item"
"""data: {"item": key}: sets up a watch on the item's case"""
WATCH_ADD = "watch.add"
"""data: {"to": what store.watch_records.Watch.stored gives}"""
WATCH_CHANGE = "watch.change"
"""data: {"watch": key, "to": as above}"""
WATCH_STOP = "watch.stop"
"""data: {"watch": key, "aside": whether the card stays}"""
WATCH_STOP_ALL = "watch.stop_all"
"""data: {}: ends all watches of the place that are the presser's to end"""
NEWS = "news.show"
"""data: {"since": day, "until": day or "", "body": name or "", "from": int}: what came into the store since"""

STORE_FILE = "file.store"
"""data: {"upload": id, "access": "open"|"closed", "body": key}"""
DROP_FILE = "file.drop"
CLOSE_ITEM = "item.close"
OPEN_ITEM = "item.open"
CLOSE_DOCUMENT = "document.close"
OPEN_DOCUMENT = "document.open"
REMOVE_DOCUMENT = "document.remove"
EXCLUDE = "item.exclude"
"""data: {"item": key, "person": id}"""
INCLUDE = "item.include"
SET_LAYER = "item.layer"
"""data: {"item": key, "layer": "existence"|"decision", "text": wording, or "" to shut it}"""
DOCUMENT = "document.show"
"""data: {"document": id}: the document with what can be done to it"""
CONFIRM = "manage.confirm"
"""data: {"do": one of the verbs above, plus what that verb carries}: asks before it is done"""
CANCEL = "cancel"

GRANT = "people.grant"
"""data: {"person": id, "role": role, "body": key or ""}"""
REVOKE = "people.revoke"
PERSON = "people.show"
"""data: {"person": id}: the person's rights, each with a button to revoke it"""

CALENDAR = "calendar.show"
"""data: {"body": key}"""
CALENDAR_DAY = "calendar.day"
"""data: {"body": key, "day": day held}: one meeting with what can be done to it"""
CALENDAR_FORM = "calendar.form"
"""data: {"body": key}: rhythm and deadlines as inputs"""
CALENDAR_REVIEW = "calendar.review"
"""data: {"body": key, inputs}, of one meeting also "day": asks before it is done"""
CALENDAR_ASK = "calendar.ask"
"""data: {"body": key, "plan": a change}: asks before it is done"""
CALENDAR_APPLY = "calendar.apply"
"""data: {"body": key, "version": int, "plan": a change}"""
CALENDAR_UNDO = "calendar.undo"
"""data: {"body": key, "version": the one that the change made}"""

CASE_NEW = "case.new"
"""data: {"copy": id or key or ""}: a draft of an agenda item"""
CASE_RESUME = "case.resume"
"""data: {"item": id, "step": step or ""}: the wizard where it was left"""
CASE_STEP = "case.step"
"""data: {"item": id, "version": int, "step": the one filled in, "to": a step, or "later", inputs}"""
CASE_SHOW = "case.show"
"""data: {"item": id}: the item as the reader may see it, with what they can do"""
CASE_SUBMIT = "case.submit"
"""data: {"item": id, "version": int, "late_reason": input}"""
CASE_RECALL = "case.recall"
"""data: {"item": id, "version": int}"""
CASE_WITHDRAW = "case.withdraw"
"""data: {"item": id, "version": int, "sure": bool, "comment": input}"""
CASE_DISCARD = "case.discard"
"""data: {"item": id, "version": int, "sure": bool}"""
CASE_FILE = "case.file"
"""data: {"item": id, "version": int, "file": id, "access": "open"|"closed"|"remove"}"""
CASE_LINK = "case.link"
"""data: {"item": id, "version": int, "to": key}"""
CASE_TEXT = "case.text"
"""data: {"item": id, "part": one of cards.caseread.PARTS, "from": int}: one of its texts whole"""
CASE_ATTACH = "case.attach"
"""data: {"item": id, "uploads": [id], "as": "file"|"minutes"}: what a secretary's files shall be"""
CASES_MINE = "case.mine"
"""data: {"from": int}"""
DESK = "desk.waiting"
"""data: {"body": key or "", "from": int}: what waits for a secretary"""
DESK_APPROVE = "desk.approve"
"""data: {"item": id, "version": int}"""
DESK_RETURN = "desk.return"
"""data: {"item": id, "version": int, "comment": input}"""
DESK_ACCESS = "desk.access"
"""data: {"item": id, "version": int, "access": "open"|"closed"}"""
DESK_MOVE = "desk.move"
"""data: {"item": id, "version": int, "meeting": input}"""
DESK_EXCLUDE = "desk.exclude"
"""data: {"item": id, "version": int, "person": input, or "who": object id}"""
DESK_INCLUDE = "desk.include"
"""data: {"item": id, "version": int, "who": object id}"""
DESK_PRACTICE = "desk.practice"
"""data: {"body": key, "set": bool, inputs "submit_by" and "room"}: how a body takes items in"""
CASE_HISTORY = "case.history"
"""data: {"item": id}"""

DIGEST_TICK = "digest.tick"
"""data: {"digest": key, "built": seconds of the instant it speaks of, "id": follow-up, "version": int, "from": int}"""
DIGEST_UNTICK = "digest.untick"
"""data: as above: not done after all"""
DIGEST_ALL = "digest.all"
"""data: {"digest": key, "built": as above, "from": int}"""
REMINDER_DONE = "reminder.done"
"""data: {"ids": [follow-ups of the card], "day": its day, "id": follow-up, "version": int}"""
REMINDER_LATER = "reminder.later"
"""data: as above: reminded of in a week"""
DIGESTS = "digest.list"
"""data: {}: the weekly reminders of a place"""
DIGEST_SHOW = "digest.show"
"""data: {"digest": key}"""
DIGEST_FORM = "digest.form"
"""data: {"digest": key or ""}: a weekly reminder as inputs"""
DIGEST_SAVE = "digest.save"
"""data: {"digest": key or "", inputs}"""
DIGEST_SET = "digest.set"
"""data: {"to": what dialogs.digestsaid.carried gives}: sets up a weekly reminder"""
DIGEST_PAUSE = "digest.pause"
"""data: {"digest": key, "until": input}"""
DIGEST_RESUME = "digest.resume"
"""data: {"digest": key}"""
DIGEST_NOW = "digest.now"
"""data: {"digest": key}"""
DIGEST_REMOVE = "digest.remove"
"""data: {"digest": key}"""

MINUTES_SHOW = "minutes.show"
"""data: {"meeting": key, "from": int}: the minutes as the reader may see them"""
MINUTES_BEGIN = "minutes.begin"
"""data: {"meeting": key}: who takes part"""
MINUTES_ATTEND = "minutes.attend"
"""data: {"meeting": key, "version": int, inputs "a-" and "n-" with an object id, "extra"}"""
MINUTES_ITEM = "minutes.item"
"""data: {"meeting": key, "item": id, "more": bool}: one item, to be written or read"""
MINUTES_DECIDE = "minutes.decide"
"""data: {"meeting": key, "item": id, "version": int, "quick": class or inputs}"""
MINUTES_REST = "minutes.rest"
"""data: {"meeting": key, "version": int}: what has no decision was not reached"""
MINUTES_REVIEW = "minutes.review"
"""data: {"meeting": key, "version": int}"""
MINUTES_REOPEN = "minutes.reopen"
"""data: {"meeting": key, "version": int}"""
MINUTES_REMARK = "minutes.remark"
"""data: {"meeting": key, "item": id or "", input "remark"}"""
MINUTES_SETTLE = "minutes.settle"
"""data: {"meeting": key, "remark": id}"""
MINUTES_APPROVE = "minutes.approve"
"""data: {"meeting": key, "version": int}"""
MINUTES_FINISH = "minutes.finish"
"""data: {"meeting": key, "version": int, "sure": bool}"""
MINUTES_CORRECT = "minutes.correct"
"""data: {"meeting": key, "version": int, input "reason"}"""
MINUTES_CARRY = "minutes.carry"
"""data: {"meeting": key, "to": key}: unfinished items go to that meeting"""
MINUTES_FOLLOW = "minutes.follow"
"""data: {"meeting": key, "item": id}: a follow-up of what was decided"""
AGENDA = "agenda.show"
"""data: {"meeting": key, "from": int}: the agenda of a meeting"""
AGENDA_ENTRY = "agenda.entry"
"""data: {"meeting": key, "item": id}: one entry with what can be done to it"""
AGENDA_MOVE = "agenda.move"
"""data: {"meeting": key, "version": int, "item": id, "to": place from 0}"""
AGENDA_PUT = "agenda.put"
"""data: {"meeting": key, "version": int, "item": id}: puts an approved item on"""
AGENDA_OFF = "agenda.off"
"""data: {"meeting": key, "version": int, "item": id}"""
AGENDA_ORDER = "agenda.order"
"""data: {"meeting": key, "version": int, "from": int, "set": ids, inputs "place_N"}"""
AGENDA_STANDING = "agenda.standing"
"""data: {"meeting": key, "version": int, "kind": kind, "on": bool}: asks without a kind"""
AGENDA_LOCK = "agenda.lock"
"""data: {"meeting": key, "version": int}"""
AGENDA_UNLOCK = "agenda.unlock"
"""data: {"meeting": key, "version": int, "set": bool, "reason": input}"""
AGENDA_PUBLISH = "agenda.publish"
"""data: {"meeting": key, "version": int, "sure": bool}"""
AGENDA_SUPPLEMENT = "agenda.supplement"
"""data: {"meeting": key, "version": int, "sure": bool, "item": id or "", "items": input}"""
AGENDA_NEUTRAL = "agenda.neutral"
"""data: {"meeting": key, "item": id, "seen": version of the item, "set": bool, "neutral": input}"""
AGENDA_FOLLOW = "agenda.follow"
"""data: {"meeting": key, "follow": id, "seen": its version}: makes a draft of a follow-up"""
AGENDA_HISTORY = "agenda.history"
"""data: {"meeting": key}"""
AGENDA_PRACTICE = "agenda.practice"
"""data: {"body": key, "edit": bool, "set": bool, inputs}"""
AGENDA_FILES = "agenda.files"
"""data: {"meeting": key}: which documents there are"""
PAPER_DECLINED = "paper.declined"
"""data: as below; the person did not want the file"""
PAPER = "paper.give"
"""data: {"meeting": key, "paper": "agenda"|"minutes", "edition": "open"|"full", "suffix": "docx"|"pdf"}"""
FOLLOWUP = "followup.show"
"""data: {"id": id, "aside": whether it takes the place of the card}: a follow-up with what can be done to it"""
FOLLOWUPS = "followup.list"
"""data: {"view": "open"|"overdue"|"mine"|"about"|"agenda", "body": key or "", "topic": words, "from": int}"""
FOLLOWUP_HISTORY = "followup.history"
"""data: {"id": id}"""
FOLLOWUP_NEW = "followup.new"
"""data: {"item": key, "part": number or "", "initiative": key, "fact": key}: a draft of a follow-up to confirm"""
FOLLOWUP_ADD = "followup.add"
"""data: {"key": what names the draft, "by": object id, "item": key, "part": number, "initiative": key, inputs}"""
FOLLOWUP_ACT = "followup.act"
"""data: {"id": id, "version": int, "do": an action, "sure": False asks first, "to": day, inputs}"""
FOLLOWUP_NEXT = "followup.suggestion"
"""data: {"body": key or "", "from": int}: the next promise that minutes seem to hold"""
FOLLOWUP_TAKE = "followup.take"
"""data: {"candidate": key, "body": key or "", "from": int, inputs}"""
FOLLOWUP_LEAVE = "followup.leave"
"""data: {"candidate": key, "body": key or "", "from": int}"""

CHANGING = frozenset(
    {
        DIGEST_SET,
        DIGEST_SAVE,
        DIGEST_NOW,
        DIGEST_REMOVE,
        MINUTES_REMARK,
        MINUTES_FOLLOW,
        DESK_APPROVE,
        CASE_NEW,
        CASE_DISCARD,
        CASE_ATTACH,
        CALENDAR_APPLY,
        CALENDAR_UNDO,
        WATCH_ITEM,
        WATCH_ADD,
        WATCH_CHANGE,
        WATCH_STOP,
        WATCH_STOP_ALL,
        STORE_FILE,
        DROP_FILE,
        CLOSE_ITEM,
        OPEN_ITEM,
        CLOSE_DOCUMENT,
        OPEN_DOCUMENT,
        REMOVE_DOCUMENT,
        EXCLUDE,
        INCLUDE,
        SET_LAYER,
        GRANT,
        REVOKE,
    }
)
"""Verbs that change something: their buttons carry a submit key. Steps of an item carry its version, which says more:
pressed twice they do one thing and are answered alike, on any replica and after a restart."""
ALL = frozenset(
    {
        DIGEST_TICK,
        DIGEST_UNTICK,
        DIGEST_ALL,
        REMINDER_DONE,
        REMINDER_LATER,
        DIGESTS,
        DIGEST_SHOW,
        DIGEST_FORM,
        DIGEST_SAVE,
        DIGEST_SET,
        DIGEST_PAUSE,
        DIGEST_RESUME,
        DIGEST_NOW,
        DIGEST_REMOVE,
        MINUTES_SHOW,
        MINUTES_BEGIN,
        MINUTES_ATTEND,
        MINUTES_ITEM,
        MINUTES_DECIDE,
        MINUTES_REST,
        MINUTES_REVIEW,
        MINUTES_REOPEN,
        MINUTES_REMARK,
        MINUTES_SETTLE,
        MINUTES_APPROVE,
        MINUTES_FINISH,
        MINUTES_CORRECT,
        MINUTES_CARRY,
        MINUTES_FOLLOW,
        AGENDA,
        AGENDA_ENTRY,
        AGENDA_MOVE,
        AGENDA_PUT,
        AGENDA_OFF,
        AGENDA_ORDER,
        AGENDA_STANDING,
        AGENDA_LOCK,
        AGENDA_UNLOCK,
        AGENDA_PUBLISH,
        AGENDA_SUPPLEMENT,
        AGENDA_NEUTRAL,
        AGENDA_FOLLOW,
        AGENDA_HISTORY,
        AGENDA_PRACTICE,
        AGENDA_FILES,
        PAPER,
        PAPER_DECLINED,
        FOLLOWUP,
        FOLLOWUPS,
        FOLLOWUP_HISTORY,
        FOLLOWUP_NEW,
        FOLLOWUP_ADD,
        FOLLOWUP_ACT,
        FOLLOWUP_NEXT,
        FOLLOWUP_TAKE,
        FOLLOWUP_LEAVE,
        CASE_SHOW,
        CASE_RECALL,
        CASE_WITHDRAW,
        CASE_HISTORY,
        CASES_MINE,
        DESK,
        DESK_APPROVE,
        DESK_RETURN,
        DESK_ACCESS,
        DESK_MOVE,
        DESK_EXCLUDE,
        DESK_INCLUDE,
        DESK_PRACTICE,
        CASE_NEW,
        CASE_RESUME,
        CASE_STEP,
        CASE_SUBMIT,
        CASE_RECALL,
        CASE_WITHDRAW,
        CASE_DISCARD,
        CASE_FILE,
        CASE_LINK,
        CASE_TEXT,
        CASE_ATTACH,
        ITEM,
        ATTACHMENTS,
        COURSE,
        RELATED,
        CHOOSE,
        MORE,
        INITIATIVE,
        PARTS,
        TIMES,
        DUE,
        INITIATIVES,
        CALENDAR,
        CALENDAR_DAY,
        CALENDAR_FORM,
        CALENDAR_REVIEW,
        CALENDAR_ASK,
        CALENDAR_APPLY,
        CALENDAR_UNDO,
        WATCH,
        WATCHES,
        WATCH_ITEM,
        WATCH_ADD,
        WATCH_CHANGE,
        WATCH_STOP,
        WATCH_STOP_ALL,
        NEWS,
        STORE_FILE,
        DROP_FILE,
        CLOSE_ITEM,
        OPEN_ITEM,
        CLOSE_DOCUMENT,
        OPEN_DOCUMENT,
        REMOVE_DOCUMENT,
        EXCLUDE,
        INCLUDE,
        SET_LAYER,
        DOCUMENT,
        CONFIRM,
        CANCEL,
        GRANT,
        REVOKE,
        PERSON,
    }
)
