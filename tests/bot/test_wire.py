"""Reading wire JSON: what was said, by whom, where, and what a click means."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wire
from store.records import Address
from tests.fakes.edge import NOW, TENANT, activity, click

URL = "https://smba.trafficmanager.net/emea/"
BOT = {"id": "28:bot", "name": "Bot"}


def mention(text: str, of: str = "28:bot") -> dict[str, Any]:
    return {"type": "mention", "text": text, "mentioned": {"id": of, "name": "Bot"}}


@pytest.mark.parametrize(
    ("text", "entities", "heard"),
    [
        (
            "<at>Bot</at> hvad kan Bot gøre i Botanisk Have",
            [mention("<at>Bot</at>")],
            "hvad kan Bot gøre i Botanisk Have",
        ),
        ("<at>Bot</at>&nbsp;hej &amp; goddag\n", [mention("<at>Bot</at>")], "hej & goddag"),
        ('<at id="0">Bot</at> hej', [mention("<at>Bot</at>")], "hej"),
        ("<at>Bot</at> og <at>Bot</at> hej", [mention("<at>Bot</at>"), mention("<at>Bot</at>")], "og hej"),
        ("hej <at>Anna</at>", [mention("<at>Anna</at>", "29:anna")], "hej Anna"),
        ("<at>Bot</at>", [mention("<at>Bot</at>")], ""),
        ("1 < 2 &lt; 3 &copy 4", [], "1 < 2 < 3 &copy 4"),
        ("a\u200bb\u202ec", [], "abc"),
        ("hej", None, "hej"),
        ("hej", "nonsense", "hej"),
    ],
)
def test_the_call_of_the_bot_is_no_part_of_what_was_said(text: str, entities: Any, heard: str) -> None:
    body = activity(URL, text, entities=entities, recipient=BOT)
    assert wire.read(body, NOW).turn.text == heard


@given(st.text(alphabet=st.characters(blacklist_characters="<>&", blacklist_categories=("Cs", "Cf", "Cc"))))
def test_what_follows_the_mention_is_heard_word_for_word(said: str) -> None:
    body = activity(URL, f"<at>Bot</at> {said}", entities=[mention("<at>Bot</at>")], recipient=BOT)
    assert wire.read(body, NOW).turn.text == " ".join(said.split())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(activity(URL) | click(URL, "x"))), json_values))
def test_any_json_is_read_or_refused(changes: dict[str, Any]) -> None:
    with contextlib.suppress(wire.NotAnActivity):
        wire.read({**activity(URL), **changes}, NOW)


@pytest.mark.parametrize(
    ("conversation", "data", "kind"),
    [
        ({"id": "a:1", "conversationType": "personal"}, {}, "personal"),
        ({"id": "19:g", "conversationType": "groupChat"}, {}, "group"),
        ({"id": "19:c", "conversationType": "channel"}, {}, "channel"),
        ({"id": "19:x", "conversationType": "something new"}, {}, "group"),
        ({"id": "19:c;messageid=1"}, {}, "channel"),
        ({"id": "19:c"}, {"team": {"id": "t"}}, "channel"),
        ({"id": "19:g", "isGroup": True}, {}, "group"),
        ({"id": "a:1"}, {}, "personal"),
    ],
)
def test_who_hears_it(conversation: dict[str, Any], data: dict[str, Any], kind: str) -> None:
    assert wire.read(activity(URL, conversation=conversation, channelData=data), NOW).turn.scope == kind


def test_a_conversation_is_kept_as_an_address_without_its_thread() -> None:
    body = activity(
        URL,
        conversation={
            "id": "19:c@thread.tacv2;messageid=17",
            "conversationType": "channel",
            "tenantId": TENANT.upper(),
        },
        channelData={"tenant": {"id": TENANT}, "team": {"id": "19:team"}, "channel": {"id": "19:c", "name": "Frister"}},
    )
    turn = wire.read(body, NOW).turn
    assert turn.address == Address(
        tenant=TENANT,
        service_url=URL,
        conversation="19:c@thread.tacv2",
        kind="channel",
        name="Frister",
        team="19:team",
        bot="28:bot",
    )
    assert turn.key.thread == "19:c@thread.tacv2;messageid=17"


@pytest.mark.parametrize(
    ("locale", "lang"), [("da-DK", "da"), ("DA", "da"), ("en-US", "en"), ("de-DE", "en"), (None, "da")]
)
def test_the_locale_gives_one_of_two_languages(locale: str | None, lang: str) -> None:
    assert wire.read(activity(URL, locale=locale), NOW).turn.locale == lang


def test_a_dropped_file_is_a_link_and_a_picture_is_refused() -> None:
    attachments = [
        {"contentType": "text/html", "content": "<p>her</p>"},
        {"contentType": wire.DOWNLOAD, "name": "referat.pdf", "content": {"downloadUrl": "https://x.sharepoint.com/1"}},
        {"contentType": "image/png", "name": "a.png"},
    ]
    incoming = wire.read(activity(URL, "her", attachments=attachments), NOW)
    assert incoming.links == (wire.FileLink("referat.pdf", "https://x.sharepoint.com/1"),)
    assert [(f.name, f.content, f.refused) for f in incoming.turn.files] == [("a.png", None, "unknown_format")]


def test_a_file_without_words_reaches_the_flow_though_it_is_not_fetched() -> None:
    attachments = [
        {"contentType": wire.DOWNLOAD, "name": "referat.pdf", "content": {"downloadUrl": "https://x.sharepoint.com/1"}}
    ]
    alone = wire.read(activity(URL, "", attachments=attachments), NOW)
    assert [(f.name, f.content, f.refused) for f in alone.turn.files] == [("referat.pdf", None, wire.WAITING)]
    asked = wire.read(activity(URL, "hvad blev besluttet om hallen?", attachments=attachments), NOW)
    assert asked.turn.files == ()


def test_a_click_by_submit_has_its_verb_among_the_data() -> None:
    body = activity(URL, value={"verb": "item.show", "item": "i", "msteams": {"type": "x"}}, text=None)
    turn = wire.read(body, NOW).turn
    assert (turn.kind, turn.verb, turn.data) == ("action", "item.show", {"item": "i"})


def test_a_button_may_say_words() -> None:
    turn = wire.read(activity(URL, value={"say": "hvornår  var det?"}, text=None), NOW).turn
    assert (turn.kind, turn.text, turn.verb) == ("message", "hvornår var det?", None)


@pytest.mark.parametrize("body", [{}, {"type": "message"}, {"type": 3, "conversation": {"id": "c"}}])
def test_what_has_no_type_or_conversation_is_no_activity(body: dict[str, Any]) -> None:
    with pytest.raises(wire.NotAnActivity):
        wire.read(body, NOW)
