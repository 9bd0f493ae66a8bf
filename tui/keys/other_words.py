"""Words by which commands are also found: those of vim, and what readers call things.

`TYPED` holds whole lines of other programs: who types `:q` means one command and no other.
`OTHER_WORDS` adds to a command's label what somebody may look for it by; it is never shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.documents.folding import fold
from tui.keys.commands import Command

TYPED = {
    "q": "desk.quit", "q!": "desk.quit", "qa": "desk.quit", "qa!": "desk.quit",
    "wq": "desk.quit", "wq!": "desk.quit", "wqa": "desk.quit", "x": "desk.quit", "zz": "desk.quit",
    "w": "desk.saved", "w!": "desk.saved", "wa": "desk.saved", "up": "desk.saved",
    "h": "desk.help", "help": "desk.help", "e": "article.open", "o": "article.open",
    "ls": "library.open", "b": "library.open", "colo": "desk.theme", "colorscheme": "desk.theme",
    "u": "change.undo", "undo": "change.undo", "red": "change.redo", "redo": "change.redo",
    "noh": "layer.close", "nohl": "layer.close", "nohlsearch": "layer.close",
    "y": "passage.copy", "d": "mark.delete", "!": "passage.pipe", "$": "text.bottom",
    "sh": "desk.suspend", "st": "desk.suspend", "sus": "desk.suspend", "stop": "desk.suspend",
    "marks": "place.go", "ju": "jump.back", "dif": "revision.compare", "diff": "revision.compare",
}  # fmt: skip
"""Lines typed behind a colon in vim and less, and the commands they mean here."""

OTHER_WORDS = {
    "line.next": "down scroll",
    "line.previous": "up scroll",
    "page.next": "down forward scroll",
    "page.previous": "up backward scroll",
    "text.top": "beginning start first",
    "text.bottom": "bottom last",
    "jump.back": "return previous place",
    "jump.forward": "return next place",
    "place.set": "bookmark",
    "place.set_library": "bookmark",
    "place.go": "bookmark",
    "place.go_library": "bookmark",
    "label.jump": "hop easymotion",
    "contents.open": "toc outline headings chapters pages",
    "link.follow": "url address web open",
    "link.outside": "url address web browser",
    "section.next": "title part",
    "section.previous": "title part",
    "find.open": "search grep",
    "find.next": "search",
    "find.previous": "search",
    "finder.article": "find grep fuzzy",
    "finder.library": "find grep fuzzy orphans",
    "select.start": "visual mark",
    "select.sentence": "visual mark",
    "mark.make": "mark underline annotate add",
    "label.mark": "mark annotate",
    "mark.yellow": "mark", "mark.green": "mark", "mark.blue": "mark", "mark.pink": "mark",
    "mark.note": "comment annotate annotation remark add edit",
    "mark.tags": "label keyword add edit",
    "mark.editor": "vim nano emacs external comment",
    "colour.yellow": "color mark", "colour.green": "color mark",
    "colour.blue": "color mark", "colour.pink": "color mark",
    "mark.delete": "remove erase unmark clear",
    "orphan.put": "orphan reattach attach repair lost move",
    "change.undo": "revert take back",
    "change.redo": "again repeat",
    "passage.copy": "yank clipboard citation cite quote",
    "passage.copy_markdown": "yank clipboard citation cite quote",
    "passage.pipe": "send external program run",
    "revision.compare": "diff update edited",
    "revision.list": "versions history revisions",
    "source.open": "url address website browser original file",
    "marks.export": "save write download print markdown json obsidian",
    "panel.entities": "names people places organisations who",
    "panel.quotes": "said says speakers who",
    "panel.questions": "open",
    "panel.marks": "marks notes orphans lost",
    "row.hide": "delete remove dismiss wrong",
    "row.hidden": "deleted restore unhide",
    "row.edit": "rename correct change fix retype",
    "row.speaker": "rename correct attribute said",
    "row.merge": "join same combine",
    "row.split": "part separate divide unmerge references his him parts",
    "name.off": "wrong reference pronoun remove correct his him",
    "quote.add": "add new missing said says speaker attribute",
    "name.add": "add new missing entity person place organisation alias mention reference",
    "row.why": "explain reason",
    "here.why": "explain reason diff edited",
    "here.open": "panel jump",
    "row.fold": "collapse",
    "row.unfold": "expand",
    "panel.filter": "narrow search find",
    "panel.sort": "order",
    "panel.larger": "grow bigger size accordion height zoom",
    "panel.smaller": "shrink size accordion height zoom",
    "question.own": "add new",
    "analysis.retry": "reload refresh update analyse again",
    "ledger.article": "unanswered answers",
    "ledger.library": "unanswered answers ledger",
    "answer.find": "answers answered reply resolve unresolved follow-up",
    "library.open": "library history recent list delete forget remove trash",
    "article.open": "file url address path load new web feed folder",
    "library.marks": "orphans notes list",
    "library.statistics": "figures counts numbers stats",
    "layer.close": "close escape cancel clear",
    "desk.quit": "exit close end",
    "desk.saved": "save write",
    "desk.palette": "menu palette",
    "desk.help": "keys shortcuts manual",
    "desk.theme": "colour color dark light appearance settings preferences",
    "desk.text_only": "zen focus fullscreen hide panels",
    "measure.wider": "width columns zoom font size settings",
    "measure.narrower": "width columns zoom font size settings",
    "desk.redraw": "refresh repaint",
    "desk.suspend": "background job",
    "desk.cancel": "stop abort interrupt",
}  # fmt: skip
"""What commands are also looked for by; words of their labels are found anyway."""


def typed_command(query: str) -> str | None:
    """The command that a line of vim means; `None` for any other line."""
    return TYPED.get(query.strip().lstrip(":").casefold())


def matches(command: Command, words: Iterable[str]) -> bool:
    """Whether all words, folded, are in a command's label or heading, or begin other words."""
    names = fold(f"{command.label} {command.group}")
    others = OTHER_WORDS.get(command.id, "").split()
    return all(word in names or any(other.startswith(word) for other in others) for word in words)


def begin(words: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each of some words begins one of some names."""
    names = tuple(names)
    return all(any(name.startswith(word) for name in names) for word in words)
