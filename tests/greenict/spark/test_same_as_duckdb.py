"""Both engines give the same result: figures to 1e-9, and the same rows left out."""

import csv
import gzip
import math
import random
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from greenict.assess import example_inventory_path
from greenict.errors import BadRows
from greenict.scenario import assess

pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
]

ITEMS = ("laptop", "monitor", "Server Rack", "server-blade", "electricity", "fixed_network_gb", "smartphone")
# What stands in cells: numbers, and what one of the two engines would take for a number, or for a blank.
NUMBERS = ("1", "12", "0.5", " 7 ", "1e2", "+3", "4.", ".25")
ODD = ("", " ", "\u00a0", "5d", "0x1p3", "NaN", "inf", "1_000", "-1", "1e400", "many", "1,5", "\x1f5", "2e16")


def write_csv(path: Path, rows: list[dict[str, str]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def random_rows(seed: int, count: int, odd: float) -> list[dict[str, str]]:
    dice = random.Random(seed)

    def number(*usual: str) -> str:
        return dice.choice(ODD) if dice.random() < odd else dice.choice(usual or NUMBERS)

    return [
        {
            "item": dice.choice(ITEMS),
            "quantity": number(),
            "country": dice.choice(("FRA", "fr", " Germany ", "", "JPN")),
            "year": number("2022", "2023", "2024.0", ""),
            "lifetime_years": number("3", "4.5", ""),
            "annual_energy_kwh": number("10", "250.25", ""),
            "pue": number("1.2", ""),
            "purchase_year": number("2020", ""),
            "uncertainty_percent": number("10", ""),
            "site": dice.choice(("Lyon", "Genève", " Lyon ", 'the "old" one', "two\nlines", "")),
            "order": dice.choice(("a", "b")),
            "größe": dice.choice(("x", "y")),
        }
        for _ in range(count)
    ]


def same(path: Path, **asked: object) -> None:
    ours, theirs = (assess(path, engine=engine, draws=0, **asked) for engine in ("duckdb", "spark"))
    assert ours.left_out == theirs.left_out
    assert ours.meta["input"] == theirs.meta["input"]
    assert ours.warnings == theirs.warnings
    assert_close(ours.totals, theirs.totals)
    assert_close(
        {str(i): row for i, row in enumerate(ours.rows)}, {str(i): row for i, row in enumerate(theirs.rows)}
    )


def assert_close(ours: dict[str, dict], theirs: dict[str, dict]) -> None:
    assert list(ours) == list(theirs)
    for name, figure in ours.items():
        other = theirs[name]
        assert {k: v for k, v in figure.items() if k != "value"} == {
            k: v for k, v in other.items() if k != "value"
        }
        if figure["value"] is None:
            assert other["value"] is None
        else:
            assert math.isclose(figure["value"], other["value"], rel_tol=1e-9), (name, figure, other)


@pytest.mark.parametrize("profile", ["l1410", "l1420", "ghg-protocol", "pcr-digital-services"])
def test_the_example(profile):
    same(example_inventory_path(), profile=profile, by=("site", "stage"))


@pytest.mark.parametrize("seed", [1, 2])
def test_random_inventories_with_bad_rows_and_blank_cells(tmp_path, seed):
    path = write_csv(tmp_path / "lines.csv", random_rows(seed, 400, odd=0.05))
    same(path, keep_going=True, by=("site", "order", "größe"))


def test_a_decimal_comma_and_semicolons_packed_with_gzip(tmp_path):
    rows = [{k: v.replace(".", ",") for k, v in row.items()} for row in random_rows(3, 300, odd=0.05)]
    plain = write_csv(tmp_path / "lines.csv", rows, delimiter=";")
    packed = tmp_path / "lines.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    same(packed, keep_going=True, decimal=",", by=("site",))


def test_torn_rows_are_left_out_alike(tmp_path):
    path = tmp_path / "torn.csv"
    path.write_bytes(
        b"item,quantity,site\nlaptop,1,A\nlaptop,2\nmonitor,3,B,extra\nlaptop,four,A\n\xff\xfe,1,A\nmonitor,5,B\n"
    )
    same(path, keep_going=True, by=("site",))


def test_typed_columns_of_parquet(tmp_path):
    nan = float("nan")
    table = pa.table(
        {
            "item": ["laptop", "laptop", "electricity", "monitor", None],
            "quantity": pa.array([3, 4, 1000, None, 1], pa.int32()),
            "year": pa.array([2023, 2024, 2023, 2023, 2023], pa.int16()),
            "annual_energy_kwh": [30.0, nan, None, 60.0, 1.0],
            "lifetime_years": pa.array([4.0, 4.0, None, 6.0, 5.0], pa.float32()),
            "Rack no.": pa.array([1, 2, None, 1, 1], pa.int64()),
            "leased": [True, False, None, True, True],
        }
    )
    pq.write_table(table, tmp_path / "typed.parquet")
    same(tmp_path / "typed.parquet", keep_going=True, by=("rack_no", "leased"))


def test_bad_rows_are_refused_alike(tmp_path):
    path = write_csv(
        tmp_path / "bad.csv", [{"item": "laptop", "quantity": text} for text in ("1", "5d", "x")]
    )
    refused = []
    for engine in ("duckdb", "spark"):
        with pytest.raises(BadRows) as caught:
            assess(path, engine=engine)
        refused.append((caught.value.count, caught.value.rows))
    assert refused[0] == refused[1]
    assert refused[0][0] == 2


def test_the_session_is_quiet_and_bound_to_this_machine():
    from pyspark.sql import SparkSession  # noqa: PLC0415 - missing where the module is skipped

    assess(example_inventory_path(), engine="spark", draws=0)
    context = SparkSession.getActiveSession().sparkContext
    assert context.uiWebUrl is None
    assert context.getConf().get("spark.driver.bindAddress") == "127.0.0.1"
