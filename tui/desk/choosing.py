"""Choosing a name: of those in the article, of those who may speak, or one that is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.analysis.results import AMOUNTS, Entity, EntityType
from tui.desk.part import Part
from tui.dialogs.choice import TYPED_KEY, ChoiceScreen, Option
from tui.panels.row_text import GLYPHS, STYLES, one_line, passage, shortened, words_around

if TYPE_CHECKING:
    from tui.corrections.corrected import Corrected, CorrectionTarget
    from tui.desk.correcting import Correcting
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

NOBODY = "nobody named"
"""What is chosen where the text names no source."""
_SPEAKING = (EntityType.PERSON, EntityType.ORG, EntityType.GROUP, EntityType.PLACE)
"""Who may be the source of a quote, the likeliest first: a place stands for its government."""


class Choosing(Part):
    """The lists of names that several commands open."""

    def __init__(self, state: DeskState, surface: Surface, correcting: Correcting) -> None:
        """Offer names."""
        super().__init__(state, surface)
        self._correcting = correcting

    def cast(self, *, with_amounts: bool = True) -> list[Corrected[Entity]]:
        """The entities that are listed, the most mentioned first.

        Args:
            with_amounts: Whether dates, money and numbers are among them.
        """
        rows = self.state.findings.results.entities if self.state.findings else ()
        listed = (each for each in rows if not each.is_hidden)
        return [each for each in listed if with_amounts or each.result.type not in AMOUNTS]

    def option(self, row: Corrected[Entity], before: str = "") -> Option:
        """An entity to choose; it is found by its other names, too.

        Args:
            row: The entity.
            before: What stands before its name.
        """
        text, entity = self.state.article.readable, row.result
        return Option(
            before + one_line(entity.name),
            (f"{GLYPHS[entity.type]} ", STYLES.get(entity.type, "figure")),
            f"{len(entity.mentions)}",
            " ".join(dict.fromkeys(passage(text, each.span) for each in entity.mentions)),
            words_around(text, entity.mentions[0].span) if entity.mentions else "",
        )

    def entity(
        self,
        title: str,
        rows: Sequence[Corrected[Entity]],
        take: Callable[[Corrected[Entity]], None],
        told: Callable[[str], str],
    ) -> None:
        """Let the reader choose one of some entities.

        Args:
            title: What is chosen.
            rows: The entities.
            take: Takes the one that was chosen.
            told: What choosing the one of a name would do, in words.
        """

        def chosen(answer: str | None) -> None:
            if answer is not None:
                take(rows[int(answer)])

        def of_number(answer: int | str) -> str:
            return told(rows[int(answer)].result.name)

        options = [self.option(row) for row in rows]
        self.surface.open_dialog(ChoiceScreen(title, options, told=of_number), chosen)

    def speaker(
        self,
        target: CorrectionTarget,
        take: Callable[[str], None],
        give_up: Callable[[], object] = lambda: None,
    ) -> None:
        """Let the reader choose who says a quote, or type it; empty for nobody named.

        Args:
            target: The quote, for which what is typed is kept.
            take: Takes the name.
            give_up: Called when what was typed is discarded.
        """
        likely = [each for each in self.cast() if each.result.type in _SPEAKING]
        likely.sort(key=lambda each: _SPEAKING.index(each.result.type))
        names = [each.result.name for each in likely]
        quotes = self.state.analysis.quotes if self.state.analysis else ()
        others = dict.fromkeys(each.speaker_name for each in quotes if each.speaker_name)
        more = [name for name in others if name not in names]
        options = [self.option(row) for row in likely]
        options += [Option(one_line(name), ("  ", "")) for name in more]
        options.append(Option(NOBODY, ("  ", ""), "", "unknown unnamed anonymous none"))
        every = [*names, *more, ""]

        def chosen(answer: int | str) -> None:
            take(answer if isinstance(answer, str) else every[answer])

        words = shortened(passage(self.state.article.readable, target.span))

        def told(answer: int | str) -> str:
            name = answer if isinstance(answer, str) else every[answer]
            return f"“{words}” → is said by {f'“{one_line(name)}”' if name else NOBODY}"

        self.typed("Who says this?", options, target, chosen, told, give_up)

    def typed(
        self,
        title: str,
        options: Sequence[Option],
        target: CorrectionTarget,
        take: Callable[[int | str], None],
        told: Callable[[int | str], str],
        give_up: Callable[[], object] = lambda: None,
    ) -> None:
        """Let the reader choose a name or type one; what is typed is never lost.

        Args:
            title: What is asked.
            options: What there is to choose.
            target: What it is about.
            take: Takes the number of what was chosen, or the words typed.
            told: What choosing that would do, in words.
            give_up: Called when what was typed is discarded.
        """

        def discard(words: str) -> None:
            give_up()
            again = partial(self.typed, title, options, target, take, told, give_up)
            self._correcting.discard(target, (words,), again)

        kept = self._correcting.kept_words(target)
        screen = ChoiceScreen(
            title,
            options,
            on_draft=partial(self._keep, target),
            on_discard=discard,
            begin=kept[0] if kept else "",
            told=told,
        )
        self.surface.open_dialog(screen, partial(self._take, target, take))

    def _take(
        self, target: CorrectionTarget, take: Callable[[int | str], None], answer: str | None
    ) -> None:
        """Hand on what was chosen or typed; nothing drops what was typed before."""
        session = self.surface.session()
        if session is None:
            return
        if answer is None:
            session.unfinished.drop(target)
            return
        words = answer.removeprefix(f"{TYPED_KEY} ")
        take(words if words != answer else int(answer))

    def _keep(self, target: CorrectionTarget, words: str) -> None:
        """Keep what is being typed, against a crash."""
        if session := self.state.session:
            session.unfinished.save(target, (words,))
