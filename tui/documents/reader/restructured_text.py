"""reStructuredText: by docutils as HTML, which is read as pages are.

Nothing outside of the text is read: no included file, no raw markup, no configuration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version

from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.utils import Reporter

from tui.documents.dates import parse_date
from tui.documents.pattern import pattern
from tui.documents.reader.foreign_text import text_of
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.markup_tree import Element, name_of, parsed
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.strict_xml import words_in
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": Reporter.ERROR_LEVEL,
    "warning_stream": False,
    "halt_level": Reporter.SEVERE_LEVEL + 1,
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "output_encoding": "unicode",
    "line_length_limit": 1_000_000,
}
_ROLES = (
    "abbr", "attr", "class", "command", "data", "dfn", "doc", "download", "envvar", "exc", "file",
    "func", "guilabel", "issue", "kbd", "keyword", "mailheader", "makevar", "manpage",
    "menuselection", "meth", "mimetype", "mod", "newsgroup", "numref", "obj", "option", "pep",
    "program", "ref", "regexp", "rfc", "samp", "source", "term", "token", "user",
)  # fmt: skip
"""Roles of Sphinx, in whose dialect most documents are written."""
_HOLDERS = (
    "centered", "deprecated", "glossary", "only", "productionlist", "rst-class", "seealso",
    "sidebar-box", "tab", "tabs", "todo", "versionadded", "versionchanged", "collapse", "dropdown",
    "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item",
)  # fmt: skip
"""Directives of Sphinx that hold text."""
_EMPTY = (
    "toctree", "highlight", "currentmodule", "module", "index", "automodule", "autoclass",
    "autofunction", "automethod", "autosummary", "tabularcolumns", "acks", "hlist",
)  # fmt: skip
"""Directives of Sphinx that hold none."""
_FIELDS = {"title": "title", "created": "date"}
"""Fields beside those that docutils knows, and what they say."""
_HEAD = pattern(r"(?:[A-Z][A-Za-z-]{1,30}:(?: .*)?(?:\n[ \t]+\S.*)*(?:\n|\Z)){2,}\Z")
_HEAD_TITLE = pattern(r"^Title: *\S", re.MULTILINE)
_HEAD_FIELD = pattern(r"^([A-Z][A-Za-z-]{1,30}):", re.MULTILINE)
_DASHED = pattern(r"\A(\d{1,2})-([A-Z][a-z]{2})-(\d{4})\Z")
"""A day as heads write it: "08-Mar-2009"."""
_ADDRESS = pattern(r"\s*<[^<>\s]*>")
"""An address of mail behind a name."""
_ADDED = frozenset({"contents", "backrefs", "fn-backref", "system-message", "system-messages"})


class _Holder(Directive):
    """Takes what stands in a directive, and behind its name, as text of the document."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The text of the directive."""
        holder = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, holder)
        return [*holder.children]


class _Empty(Directive):
    """Takes nothing."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Nothing."""
        return []


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a document of reStructuredText."""
    text, notices = text_of(foreign)
    _learn_sphinx()
    told("its markup")
    tree = publish_doctree(_with_fields(text), settings_overrides=_SETTINGS)
    facts = dict(_facts(tree))
    for each in list(tree.findall(nodes.docinfo)):
        each.parent.remove(each)
    for message in list(tree.findall(nodes.system_message)):
        # A directive that nobody knows is shown as it stands; nothing else of the message is.
        message.parent.replace(message, list(message.findall(nodes.literal_block)))
    told("its text")
    html = publish_from_doctree(tree, writer="html5", settings_overrides=_SETTINGS)
    page = parsed(str(html))
    body = next((part for part in page.iter() if name_of(part) == "main"), page)
    _settle(body)
    return Contents(
        markup_pieces(body),
        f"docutils/{version('docutils')}/2",
        title=facts.get("title") or sanitise_line(tree.get("title", "")) or None,
        byline=_ADDRESS.sub("", facts.get("author", "")) or None,
        published=parse_date(_DASHED.sub(r"\1 \2 \3", facts.get("date", ""))),
        notices=notices,
    )


def _learn_sphinx() -> None:
    for name in _ROLES:
        roles.register_generic_role(name, nodes.inline)
    for name in _HOLDERS:
        directives.register_directive(name, _Holder)
    for name in _EMPTY:
        directives.register_directive(name, _Empty)


def _with_fields(text: str) -> str:
    """The text, whose head is a list of fields if it looks like that of a mail (PEP 1)."""
    head, blank, body = text.partition("\n\n")
    is_head = _HEAD.match(head) is not None and _HEAD_TITLE.search(head) is not None
    return _HEAD_FIELD.sub(r":\1:", head) + blank + body if is_head else text


def _facts(tree: nodes.document) -> Iterator[tuple[str, str]]:
    """Title, author and date of the list of fields at the beginning."""
    for kind in (nodes.author, nodes.date):
        for node in tree.findall(kind):
            yield kind.__name__, sanitise_line(node.astext())
            break
    for info in tree.findall(nodes.docinfo):
        for field in info.findall(nodes.field):
            name = _FIELDS.get(field[0].astext().lower())
            if name:
                yield name, sanitise_line(field[1].astext())


def _settle(body: Element) -> None:
    """Take out what docutils adds: contents, the way back from a note, its own messages."""
    for part in list(body.iter()):
        classes = set(part.get("class", "").split())
        if classes & _ADDED:
            part.set("hidden", "")
        elif "label" in classes and name_of(part) == "span":
            note = part.getnext()
            if note is not None and name_of(note) == "p":
                note.text = f"{words_in(part)} {note.text or ''}"
                part.set("hidden", "")
