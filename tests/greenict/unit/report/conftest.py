"""Results to report: the example, a country's sales, one with hostile names, one with nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greenict import stocks
from greenict.assess import Result, example_inventory_path
from greenict.scenario import assess

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    '#panic("x")',
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x","y")',
    "@SUM(A1)",
    "{{ 7*7 }}",
    "موقع القاهرة",
    "#" + "w" * 300,
)


@pytest.fixture(scope="session")
def names() -> tuple[str, ...]:
    """Names that want to be more than names."""
    return HOSTILE


@pytest.fixture(scope="session")
def operator() -> Result:
    return assess(example_inventory_path(), by=["site"], profile="l1420", draws=200)


@pytest.fixture(scope="session")
def country() -> Result:
    return assess(stocks.example_sales_path(), by=["year"], draws=100)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Result:
    rows = "".join(
        'laptop,{},FRA,2024,"{}"\n'.format(n, name.replace('"', '""')) for n, name in enumerate(HOSTILE, 1)
    )
    path = _written(
        tmp_path_factory, "item,quantity,country,year,site\n" + rows + 'laptop,-4,FRA,2024,"=1+1"\n'
    )
    return assess(path, by=["site"], draws=50, keep_going=True, name=HOSTILE[0] + HOSTILE[1])


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Result:
    path = _written(tmp_path_factory, "item,quantity,country,year\nlaptop,-1,FRA,2024\n")
    return assess(path, keep_going=True, draws=50)


@pytest.fixture(scope="session")
def certain(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """No draws, and categories that no factor serves."""
    return assess(
        _written(tmp_path_factory, "item,quantity\nfixed_network_gb,1000\n"), draws=0, profile="l1420"
    )


def _written(factory: pytest.TempPathFactory, text: str) -> Path:
    path = factory.mktemp("inventory") / "inventory.csv"
    path.write_text(text, "utf-8")
    return path
