"""What on a web page is content: the site's own furniture and what is hidden is taken away, folded panels stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_NEVER = frozenset(
    (
        "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
        "map", "nav", "dialog", "input", "select", "textarea", "datalist", "progress", "meter", "link", "meta",
        "head", "title",
    )
)  # fmt: skip
_SITE = frozenset(("header", "footer", "aside"))
_SITE_ROLES = frozenset(
    (
        "navigation", "search", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "menu",
        "menubar", "toolbar", "tooltip",
    )
)  # fmt: skip
_SITE_WORDS = frozenset(
    (
        "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "brodkrumme", "brodkrummer",
        "skiplink", "skiplinks", "nav", "navbar", "navigation", "menu", "menus", "mainmenu", "submenu", "topmenu",
        "leftmenu", "sitemenu", "share", "sharing", "social", "addthis", "sharethis", "print", "printbutton",
        "toolbar", "readspeaker", "pager", "pagination", "sidebar", "newsletter", "searchbox", "searchform",
        "chatbot", "feedback", "sitefooter", "siteheader",
    )
)  # fmt: skip
_PANEL_WORDS = frozenset(
    (
        "accordion", "collapse", "collapsible", "collapsed", "panel", "tabpanel", "fold", "folded", "foldout",
        "toggle", "toggled", "expand", "expandable", "expander", "content", "body", "details", "detail", "punkt",
        "dagsordenspunkt", "item", "agenda", "sag", "referat", "accordionitem",
    )
)  # fmt: skip
_HOLDS_MINUTES = re.compile(
    r"\b(?:mødedato|mødested|mødetidspunkt|beslutning(?:er)?|indstilling(?:er)?|sagsfremstilling|sagsbeskrivelse"
    r"|fraværende|afbud)\b",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-zæøå]+|[A-ZÆØÅ]+")
_PHRASES = frozenset(
    (
        "læs op", "lyt", "lyt til siden", "oplæsning", "få læst teksten op", "del", "del siden",
        "del på facebook", "del på linkedin", "del på x", "del på twitter", "del link", "print", "print siden",
        "udskriv", "udskriv siden", "hent pdf", "hent som pdf", "download pdf", "vis pdf", "download som pdf",
        "åbn pdf", "tilbage", "til toppen", "tilbage til toppen", "gå til toppen", "op", "luk", "vis alle",
        "skjul alle", "åbn alle", "luk alle", "fold alle ud", "fold alle ind", "fold ud", "fold ind",
        "udvid alle", "vis mere", "vis mindre", "spring til indhold", "gå til indhold",
        "spring til hovedindhold", "gå til hovedindhold", "kopiér link", "kopier link", "accepter",
        "accepter alle", "accepter cookies", "næste", "forrige", "næste punkt", "forrige punkt", "åbn menu",
        "luk menu", "menu", "søg", "tip en ven", "abonner", "send til en ven", "share", "read aloud",
        "expand_more", "expand_less", "chevron_right",
    )
)  # fmt: skip
_PHRASE_TAGS = frozenset(
    (
        "a", "button", "span", "li", "p", "div", "label", "em", "strong", "i", "b",
    )
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def content_of(root: HtmlElement) -> HtmlElement:
    """The element that holds the page's content, with all else removed from the tree (the tree is changed)."""
    body = root.find("body")
    body = body if body is not None else root
    _save_heading(body)
    targets = _targets(body)
    whole = len(body.text_content()) or 1
    for element in list(body.iter()):
        parent = element.getparent()
        if element is not body and parent is not None and _goes(element, targets, whole):
            element.drop_tree()
    return _main(body)


def words_of(element: HtmlElement) -> set[str]:
    """The words that class and id are made of, in lower case: "mainMenu left-col" gives main, menu, left, col."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return {word.lower() for word in _WORD.findall(named)}


def is_toggle(element: HtmlElement) -> bool:
    """Whether a click on the element folds something out: then its text is the heading of what is folded."""
    if any(element.get(name) is not None for name in ("aria-expanded", "data-toggle", "data-bs-toggle")):
        return True
    return element.tag in ("button", "summary") and bool(
        words_of(element) & {"accordion", "collapse", "toggle", "fold"}
    )


def _save_heading(body: HtmlElement) -> None:
    """The page's only h1 may stand in the head of the site, which goes: it is put before it."""
    headings = body.xpath(".//h1")
    if len(headings) == 1:
        site = [a for a in headings[0].iterancestors() if a.tag == "header" and not _within_content(a)]
        if site:
            headings[0].drop_tree()
            headings[0].tail = None
            site[-1].addprevious(headings[0])


def _targets(body: HtmlElement) -> set[str]:
    """The ids of what can be folded out."""
    targets: set[str] = set()
    for element in body.iter():
        for name in ("aria-controls", "data-target", "data-bs-target", "href"):
            value = element.get(name)
            if value and (name == "aria-controls" or value.startswith("#")):
                targets.update(value.lstrip("#").split())
    return targets


def _goes(element: HtmlElement, targets: set[str], whole: int) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER:
        return True
    if tag in ("body", "main") or element.get("role") == "main":
        return False
    if _is_hidden(element) and not _is_panel(element, targets):
        return True
    if tag in _PHRASE_TAGS and _short_text(element).casefold().strip(" .:»›>‹«+-|") in _PHRASES:
        return True
    if tag == "button" or (tag == "a" and element.get("role") == "button"):
        return not _is_heading_button(element)
    return _is_site(element, tag, whole)


def _is_site(element: HtmlElement, tag: str, whole: int) -> bool:
    site = tag in _SITE and not (tag != "aside" and _within_content(element))
    if not site and (element.get("role") or "").casefold() not in _SITE_ROLES and not words_of(element) & _SITE_WORDS:
        return False
    if tag in ("article", "form", "table", "tbody", "html") or tag in _HEADINGS:
        return False
    text = element.text_content()
    return len(text) < 0.5 * whole and not _HOLDS_MINUTES.search(text)


def _within_content(element: HtmlElement) -> bool:
    return any(a.tag in ("main", "article", "section", "details", "li") for a in element.iterancestors())


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    return bool(_HIDDEN_STYLE.search((element.get("style") or "")[:1000]))


def _is_panel(element: HtmlElement, targets: set[str]) -> bool:
    """Whether a hidden element is the folded part of an accordion: named by a toggle, called so, or behind one."""
    if element.get("id") in targets or element.get("role") in ("region", "tabpanel"):
        return True
    if element.get("aria-labelledby") or words_of(element) & _PANEL_WORDS:
        return True
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str):
        return False
    inner: Iterator[HtmlElement] = before.iter()
    return before.tag in _HEADINGS | {"dt", "button", "summary"} or any(
        isinstance(e.tag, str) and (e.tag in _HEADINGS or e.get("onclick") or is_toggle(e)) for e in inner
    )


def _is_heading_button(element: HtmlElement) -> bool:
    if is_toggle(element) or element.get("aria-controls"):
        return True
    return any(a.tag in _HEADINGS for a in element.iterancestors()) or any(
        isinstance(e.tag, str) and e.tag in _HEADINGS for e in element.iter()
    )


def _short_text(element: HtmlElement) -> str:
    """The element's text when it is short, else ""."""
    text = ""
    for part in element.itertext():
        text += part
        if len(text) > 120:
            return ""
    return " ".join(text.split())


def _main(body: HtmlElement) -> HtmlElement:
    """The main element when it holds the text; pages exist whose main is an empty shell."""
    candidates = body.xpath(".//main | .//*[@role='main']")
    if not candidates:
        return body
    best = max(candidates, key=lambda e: len(e.text_content()))
    inside, outside = best.text_content(), body.text_content()
    if len(" ".join(inside.split())) < 0.2 * len(" ".join(outside.split())):
        return body
    return body if _HOLDS_MINUTES.search(outside) and not _HOLDS_MINUTES.search(inside) else best
