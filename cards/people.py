"""Who one is, who has which rights, and the forms with which an administrator gives and revokes them."""

from __future__ import annotations

from collections.abc import Sequence

from cards import phrases as p
from cards import verbs
from cards.confirm import Option, option_row
from cards.forms import choice_set
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import Frame, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, run
from cards.phrases import Phrase
from cards.prompts import elsewhere, prompts
from cards.texts import Texts, clean, texts
from store.records import BodyRecord, Grant, Person, Role

ALL = "*"
"""Stands for all bodies in a form: an empty value would count as not filled in."""
_ROLES: dict[Role, Phrase] = {
    "reader": p.ROLE_READER,
    "member": p.ROLE_MEMBER,
    "secretary": p.ROLE_SECRETARY,
    "administrator": p.ROLE_ADMINISTRATOR,
}
_MOST = 30


def role_name(grant: Grant, bodies: Sequence[BodyRecord], t: Texts) -> str:
    """ "sekretær: Direktionen"."""
    role = t.say(_ROLES[grant.role])
    if grant.body is None:
        return role if grant.role == "administrator" else t.say(p.ROLE_ALL, role=role)
    name = next((body.name for body in bodies if body.key == grant.body), grant.body)
    return t.say(p.ROLE_OF, role=role, body=definite(name))


def whoami(person: Person, bodies: Sequence[BodyRecord], frame: Frame) -> Rendered:
    """Name, id and rights; the rights only in personal chat."""
    t = texts(frame.lang)
    title = t.say(p.WHOAMI_TITLE, name=person.name) if person.name else t.say(p.WHOAMI_NAMELESS)
    sheet = Sheet(t)
    identity = t.say(p.WHOAMI_ID, id=person.id)
    sheet.add(heading(escaped(title)), rich(run(identity), spacing="Small"))
    spoken = [f"{title}.", identity]
    if frame.shared:
        lines = [t.say(p.WHOAMI_PERSONAL)]
    elif person.grants:
        lines = [t.say(p.WHOAMI_RIGHTS), *(f"– {role_name(grant, bodies, t)}" for grant in person.grants)]
    else:
        lines = [t.say(p.WHOAMI_NONE)]
    for line in lines:
        sheet.add(rich(run(line), spacing="Small"))
    spoken += lines
    if frame.shared:
        sheet.add(notice(t.say(p.ALSO_PERSONAL)))
        spoken.append(t.say(p.ALSO_PERSONAL))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=elsewhere(t))


def holders(found: Sequence[Person], bodies: Sequence[BodyRecord], frame: Frame) -> Rendered:
    """Everyone with rights; a row opens the person's."""
    t = texts(frame.lang)
    told = t.say(p.RIGHTS_LIST, count=len(found)) if found else t.say(p.RIGHTS_NONE)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.RIGHTS_TITLE)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for each in found[:_MOST]:
        rights = ", ".join(role_name(grant, bodies, t) for grant in each.grants)
        sheet.add(option_row(Option(clean(each.name), rights, verbs.PERSON, {"person": each.id})))
        spoken.append(f"{clean(each.name)}: {rights}")
    if len(found) > _MOST:
        sheet.add(notice(t.say(p.SHOWING, first=1, last=_MOST, count=len(found))))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=prompts((p.ASK_UNANSWERED, p.ASK_UNKNOWN_WORDS), t))


def grant_form(
    found: Sequence[Person],
    bodies: Sequence[BodyRecord],
    frame: Frame,
    role: Role | None = None,
    body: str | None = None,
    told: Phrase = p.GRANT_WHO,
) -> Rendered:
    """Person, role and body to choose; those named in the message are preselected, and the button carries them."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    intro = t.say(told)
    sheet.add(heading(t.say(p.GRANT_TITLE)), rich(run(intro), spacing="Small"))
    people = [(each.name if not each.upn else f"{each.name} ({each.upn})", each.id) for each in found[:_MOST]]
    only = found[0].id if len(found) == 1 else ""
    sheet.add(choice_set(t, "person", t.say(p.FIELD_PERSON), people, only))
    roles = [(t.say(phrase), name) for name, phrase in _ROLES.items()]
    sheet.add(choice_set(t, "role", t.say(p.FIELD_ROLE), roles, role or ""))
    places = [(t.say(p.ALL_BODIES), ALL), *((each.name, each.key) for each in bodies[:60])]
    place = body or (ALL if role == "administrator" else "")
    sheet.add(choice_set(t, "body", t.say(p.FIELD_BODY), places, place))
    chosen = {name: value for name, value in (("person", only), ("role", role), ("body", place)) if value}
    sheet.press(execute(t.say(p.BUTTON_GRANT), verbs.GRANT, chosen, style="positive"), cancel_button(t))
    return Rendered(intro, card=sheet.build(intro))


def revoke_form(person: Person, bodies: Sequence[BodyRecord], frame: Frame) -> Rendered:
    """The person's rights, each with a button that revokes it."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    told = t.say(p.REVOKE_WHICH) if person.grants else t.say(p.REVOKE_NONE, name=person.name)
    sheet.add(heading(t.say(p.REVOKE_TITLE)), rich(run(person.name, bold=True), spacing="Small"))
    sheet.add(rich(run(told), spacing="Small"))
    spoken = [f"{clean(person.name)}. {told}" if person.grants else told]
    for grant in person.grants[:5]:
        role = role_name(grant, bodies, t)
        data = {"person": person.id, "role": grant.role, "body": grant.body or ALL}
        sheet.press(execute(t.say(p.BUTTON_REVOKE, role=role), verbs.REVOKE, data, style="destructive"))
        spoken.append(f"– {role}")
    sheet.press(cancel_button(t))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))
