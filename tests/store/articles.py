"""Articles made by hand, for what needs one."""

from __future__ import annotations

from datetime import date

from tui.documents.article import Article, Block, BlockKind

TEXT = (
    "The council met on Monday. Mayor Ada Quill said the bridge would stay closed.\n\n"
    "Nobody knows when the repairs will end. The mayor declined to name a date.\n\n"
    "“We will not rush it,” she said. The café by the river has lost its guests.\n"
)


def article(
    text: str = TEXT,
    source: str = "/texts/bridge.txt",
    title: str = "The closed bridge",
    published: str = "2022-01-13",
) -> Article:
    """An article of one block, dated, as a loader would make it."""
    return Article(
        source=source,
        text=text,
        title=title,
        blocks=(Block(0, len(text), BlockKind.PARAGRAPH),),
        published=date.fromisoformat(published),
        place="Millbrook",
    )
