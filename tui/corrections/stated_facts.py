"""The facts of an article as the reader has put them right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING

from tui.store.correction_rows import FACTS, CorrectionKind, Subject

if TYPE_CHECKING:
    from tui.corrections.corrected import PlacedCorrection
    from tui.documents.article import Article
    from tui.store.correction_rows import Correction

Facts = Mapping[CorrectionKind, str]
"""Facts by their kind; empty words for what an article does not say."""


def corrections_of_facts(placed: Iterable[PlacedCorrection]) -> tuple[Correction, ...]:
    """Those of some corrections that are about the article as a whole, the oldest first."""
    made = (each.correction for each in placed if each.is_here)
    return tuple(each for each in made if each.subject is Subject.ARTICLE)


def facts_of(article: Article) -> dict[CorrectionKind, str]:
    """The facts that an article gives, in the order of `FACTS`."""
    day = article.published.isoformat() if article.published else ""
    said = (article.title, article.byline or "", article.site or "", day, article.address or "")
    return dict(zip(FACTS, said, strict=True))


def stated(article: Article, made: Iterable[Correction]) -> Article:
    """An article with the facts that the reader put right.

    Args:
        article: As it was loaded.
        made: What the reader put right, the oldest first.
    """
    given = facts_of(article)
    said = given | {each.kind: each.value for each in made}
    if said == given:
        return article
    new = replace(
        article,
        title=said[CorrectionKind.TITLE] or article.title,
        byline=said[CorrectionKind.BYLINE] or None,
        site=said[CorrectionKind.SITE] or None,
        published=_day(said[CorrectionKind.PUBLISHED]),
        address=said[CorrectionKind.ADDRESS] or None,
    )
    # The text is the same: what is known of it need not be found out again.
    own = {field.name for field in fields(article)}
    # A copy: the analysis may be finding out more of it in its thread.
    known = article.__dict__.copy()
    new.__dict__.update({name: v for name, v in known.items() if name not in own})
    return new


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        # Of a library that another program has written.
        return None
