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

CHANGING = frozenset(
    {
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
"""Verbs that change something: their buttons carry a submit key."""
ALL = frozenset(
    {
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
