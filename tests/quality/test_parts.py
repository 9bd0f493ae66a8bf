"""What nobody reads is kept apart from what is learned from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.measure import gold_folder
from tests.quality.parts import NEW, OLD, UNREAD, articles_of, is_unread, publisher, unread_ids

NAMES = UNREAD.read_text(encoding="utf-8").splitlines()


def test_the_unread_articles_are_listed_once_and_in_order() -> None:
    assert sorted(set(NAMES)) == NAMES
    assert len(NAMES) >= 200
    assert unread_ids() == set(NAMES)
    assert all(name == name.strip() and " " not in name for name in NAMES)


def test_the_unread_articles_come_from_several_publishers() -> None:
    """Else their figures would be those of one way of writing."""
    assert len({publisher({"id": name}) for name in NAMES}) >= 2


@pytest.mark.parametrize(
    ("name", "expected"), [("tarn_0001", "tarn"), ("tarn", "tarn"), ("tarn_a_b", "tarn")]
)
def test_an_article_names_its_publisher_first(name: str, expected: str) -> None:
    assert publisher({"id": name}) == expected


def test_no_collection_is_both_new_and_old() -> None:
    assert not set(NEW) & set(OLD)


def write(gold: Path, name: str, *ids: str) -> None:
    (gold / "questions").mkdir(parents=True, exist_ok=True)
    rows = [json.dumps({"id": each, "text": "", "questions": []}) for each in ids]
    (gold / "questions" / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_articles_of_collections_come_in_order_and_a_missing_one_is_left_out(
    tmp_path: Path,
) -> None:
    write(tmp_path, "news2", "tarn_2", "tarn_1")
    write(tmp_path, "dev", "sark_1")
    found = [article["id"] for article in articles_of(tmp_path, "news2", "gone", "dev")]
    assert found == ["tarn_2", "tarn_1", "sark_1"]
    assert list(articles_of(tmp_path / "gone", *NEW)) == []


def test_an_article_is_unread_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "news3", NAMES[0], "tarn_1")
    assert [is_unread(article) for article in articles_of(tmp_path, "news3")] == [True, False]


def test_no_unread_article_is_in_a_collection_that_rules_were_written_from() -> None:
    gold = gold_folder()
    if not all((gold / "questions" / f"{name}.jsonl").is_file() for name in (*NEW, *OLD)):
        pytest.skip("the annotated articles are not here")
    new, old = ({article["id"] for article in articles_of(gold, *names)} for names in (NEW, OLD))
    assert not unread_ids() & old
    assert unread_ids() <= new
