"""Reading an article again from where it came, asking an address only for what has changed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tui.documents.address_reading import read_address
from tui.documents.article import AUTO
from tui.documents.file_reading import source_label
from tui.documents.loading import article_of, load, read_fetched
from tui.documents.source import Source, SourceKind
from tui.outside.fetching import Known

if TYPE_CHECKING:
    from tui.documents.article import Article
    from tui.documents.unread import Waiting


def refetch(
    article: Article, waiting: Waiting, *, encoding: str = AUTO, is_anew: bool = False
) -> Article | None:
    """The article as its source has it now. Waits.

    Args:
        article: The article as it is known; its origin says what came last.
        waiting: Who waits.
        encoding: As in `open_source`.
        is_anew: Whether it is read also if its bytes are the same: they are to be read otherwise.

    Returns:
        The article anew, which may have the same text; `None` if its bytes are the same.

    Raises:
        SourceError: It cannot be read; the article stays what it is.
        CancelledError: `waiting` was stopped.
    """
    source, origin = Source.parse(article.source), article.origin
    if source.in_container()[1].kind is not SourceKind.ADDRESS:
        return load(article.source, waiting, encoding=encoding)
    known = Known(origin.etag, origin.modified) if origin and not is_anew else Known()
    named = "" if encoding == AUTO else encoding
    label = source_label(article.source)
    fetched = read_address(source, label, waiting, encoding=named, known=known)
    if fetched is None:
        return None
    if origin and not is_anew and sha256(fetched.data).hexdigest() == origin.raw_hash:
        return None
    return article_of(read_fetched(fetched, waiting), waiting)
