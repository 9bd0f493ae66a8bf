"""One-line questions over the desk for tests: answered."""

from __future__ import annotations

from tests.desk.conftest import Desk
from tui.dialogs.prompt import PromptScreen

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


async def answer_prompt(desk: Desk, text: str) -> None:
    """Type over what is in the box, and Enter."""
    assert isinstance(desk.dialog, PromptScreen)
    desk.dialog.box.value = ""
    await desk.type(text)
    await desk.press("enter")
