from __future__ import annotations

import pytest

from tui.exchange.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The mill is sold", "the-mill-is-sold.md"),
        ("Étude: «A/B», 50% of what?", "etude-a-b-50-of-what.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("…", "highlights.md"),
        ("word " * 40, "-".join(["word"] * 12) + ".md"),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(title) == name
