"""The XML parts of a Word file, parsed without entities, external files or a document type."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from lxml import etree

from store.errors import MinutesUnreadable
from store.ingest.archive import part

Element = etree._Element
_PROLOG = 65_536


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts that carry text or decide how it is shown; a part that the file lacks is None."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    core: Element | None


def word_parts(archive: zipfile.ZipFile, source: str) -> WordParts:
    """The parts of the archive; raises MinutesUnreadable (broken, hostile)."""
    main = _main_name(archive, source)
    document = _xml(archive, main, source)
    if document is None:
        raise MinutesUnreadable(source, "broken", "the file has no main text part")
    folder = posixpath.dirname(main)
    optional = {}
    for kind in ("styles", "numbering", "footnotes", "endnotes"):
        optional[kind] = _xml(archive, posixpath.join(folder, f"{kind}.xml"), source)
    return WordParts(document=document, core=_xml(archive, "docProps/core.xml", source), **optional)


def local(element: Element) -> str:
    """The element's name without its namespace, for Word's two sets of namespaces; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, and of that the next, or None."""
    for name in names:
        if element is None:
            return None
        element = next((e for e in element if local(e) == name), None)
    return element


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute of that local name, in whichever namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def switched_on(element: Element | None) -> bool | None:
    """Word's on and off: present means on unless its value says off; None when absent."""
    if element is None:
        return None
    return (attribute(element, "val") or "1").casefold() not in ("0", "false", "off", "none")


def _main_name(archive: zipfile.ZipFile, source: str) -> str:
    relations = _xml(archive, "_rels/.rels", source)
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return posixpath.normpath((attribute(relation, "Target") or "").lstrip("/"))
    return "word/document.xml"


def _xml(archive: zipfile.ZipFile, member: str, source: str) -> Element | None:
    data = part(archive, member, source)
    if data is None:
        return None
    try:
        # The prolog goes through defusedxml first: a document type is met before lxml could act on it.
        DefusedXMLParser(forbid_dtd=True).feed(data[:_PROLOG])
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
        root = etree.fromstring(data, parser)
    except DefusedXmlException as error:
        raise MinutesUnreadable(source, "hostile", "a part of the file declares a document type") from error
    except (ParseError, etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise MinutesUnreadable(source, "broken", "a part of the file is no sound XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MinutesUnreadable(source, "hostile", "a part of the file declares a document type")
    return root
