"""The reference page is what the declarations say."""

from pathlib import Path

from greenict.tables.reference import page

PAGE = Path(__file__).parents[4] / "docs/reference/tables.md"


def test_the_page_is_current():
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"
