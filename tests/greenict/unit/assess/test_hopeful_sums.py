"""The quick sums of files that are right: the same as the careful ones, and never believed of a bad file."""

import random

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from greenict.assess.engines import open_lines
from greenict.assess.summing import plan
from greenict.tables.source import open_source


def parquet(folder, **columns):
    path = folder / "lines.parquet"
    pq.write_table(pa.table(columns), path, row_group_size=50)
    return path


def lines(count=200):
    dice = random.Random(5)
    return {
        "item": [dice.choice(("laptop", "monitor")) for _ in range(count)],
        "quantity": [dice.randrange(1, 9) for _ in range(count)],
        "year": [dice.choice((2022, 2023)) for _ in range(count)],
        "lifetime_years": [dice.choice((None, 3.0, 0.1)) for _ in range(count)],
        "annual_energy_kwh": [dice.choice((None, 12.3, 1e-7)) for _ in range(count)],
        "uncertainty_percent": [dice.choice((None, 10.0)) for _ in range(count)],
        "select": [dice.choice(("a", "b")) for _ in range(count)],
    }


def both(path, goods="whole_life"):
    with open_source(path) as source:
        opened = open_lines(source)
        made = plan(source, by=("select",), goods=goods)
        tables = [
            opened.connection.sql(f"select * from ({text}) order by all").to_arrow_table().to_pylist()
            for text in (made.statement(source.relation), made.hopeful_statement(source.relation))
        ]
        opened.close()
    return tables


@pytest.mark.parametrize("goods", ["whole_life", "annualised", "purchase_year"])
@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_right_files_give_the_same_sums(tmp_path, goods, kind):
    path = parquet(tmp_path, **lines())
    if kind == "csv":
        csv = tmp_path / "lines.csv"
        duckdb.sql(f"copy (from '{path}') to '{csv}' (header)")
        path = csv
    careful, hopeful = both(path, goods)
    assert careful == hopeful
    assert sum(row["lines"] for row in careful) == 200


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("item", " "),
        ("item", None),
        ("quantity", None),
        ("quantity", -1),
        ("year", 1800),
        ("lifetime_years", 0.0),
        ("lifetime_years", float("nan")),
        ("lifetime_years", float("inf")),
        ("annual_energy_kwh", 1e10),
        ("annual_energy_kwh", float("nan")),
        ("uncertainty_percent", float("nan")),
        ("uncertainty_percent", -5.0),
    ],
)
@pytest.mark.parametrize("goods", ["whole_life", "annualised", "purchase_year"])
def test_one_bad_line_is_seen(tmp_path, column, value, goods):
    columns = lines()
    columns[column][77] = value
    path = parquet(tmp_path, **columns)
    with open_source(path) as source:
        opened = open_lines(source)
        table = opened.grouped(plan(source, by=(), goods=goods))
        opened.close()
    assert sum(table["bad"].to_pylist()) == 1
    assert sum(table["lines"].to_pylist()) == 199
