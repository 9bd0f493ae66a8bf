"""Corrections on the desk for tests: keys and what the rows are once they are made."""

from __future__ import annotations

from tests.desk.conftest import Desk


def names(desk: Desk) -> list[str]:
    """The entities listed, without their counts."""
    return [row.split("━")[0].split(" hidden")[0][2:].strip() for row in desk.rows(1)]


def current(desk: Desk) -> str:
    """The first line of the row under the cursor of the panel that has the keys."""
    panel = desk.parts.column.focused
    assert panel is not None
    assert panel.current is not None
    return "".join(text for text, _ in panel.current.lines[0].left).strip()


async def settled(desk: Desk) -> None:
    """Wait until the rows are those of the corrections."""
    state = desk.state

    def is_current() -> bool:
        findings = state.findings
        return findings is not None and (findings.corrections, findings.with_hidden) == (
            state.corrections,
            state.shows_hidden,
        )

    await desk.until(is_current)
    await desk.pilot.pause()


async def press(desk: Desk, *keys: str) -> None:
    """Press keys, and wait for what they make of the rows."""
    await desk.press(*keys)
    await settled(desk)
