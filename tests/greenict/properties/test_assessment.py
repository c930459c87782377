"""What must hold of every assessment, whatever the inventory."""

import hashlib
import itertools
import json
import random
import tempfile
from pathlib import Path

import duckdb
import pytest
from builders import PROFILES, assessed, factor_set, inventory, near, packed, parquet, parts, totals, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.assess import Result, explain, lines
from greenict.errors import BadResult

QUICK = settings(max_examples=7, deadline=None)
NUMBERS = st.integers(1, 10_000_000).map(lambda n: n / 1000)


def maybe(strategy):
    return st.one_of(st.none(), strategy)


LINE = st.fixed_dictionaries(
    {
        "item": st.sampled_from(
            ["laptop", "server_rack", "gadget", "licence", "data_gb", "gas", "electricity"]
        ),
        "quantity": st.one_of(st.just(0), st.integers(1, 1000), NUMBERS),
        "country": st.sampled_from([None, "FRA", "DEU", "JPN", "World"]),
        "year": st.sampled_from([None, 2019, 2024, 2035]),
        "lifetime_years": maybe(st.integers(1, 20).map(float)),
        "annual_energy_kwh": maybe(NUMBERS),
        "pue": maybe(st.sampled_from([1.0, 1.2, 1.75])),
        "purchase_year": st.sampled_from([None, 2018, 2019]),
        "uncertainty_percent": st.sampled_from([None, 10.0, 50.0]),
        "site": st.sampled_from([None, "a", "b", "c'; drop table lines; --"]),
        "team": st.sampled_from(["x", "y", "é☃"]),
    }
)
LINES = st.lists(LINE, min_size=1, max_size=12)
PROFILE = st.sampled_from(PROFILES)
KEYS = ("stage", "item", "country", "year", "scope", "site", "team")
TAGS = ("site", "team")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    return factor_set(tmp_path_factory.mktemp("sets"))


def of(rows, tiny, make=inventory, **asked):
    """The result of some lines."""
    with tempfile.TemporaryDirectory() as folder:
        return assessed(make(Path(folder), *rows), None, tiny, **asked)


def close(found, expected, scale=1e-12):
    assert found.keys() == expected.keys()
    assert found == {
        name: v if v is None else pytest.approx(v, rel=1e-9, abs=scale) for name, v in expected.items()
    }


@QUICK
@given(rows=LINES, profile=PROFILE, by=st.lists(st.sampled_from(KEYS), unique=True, max_size=4))
def test_parts_sum_to_the_total(tiny, rows, profile, by):
    result = of(rows, tiny, profile=profile, by=TAGS)
    for category, total in totals(result).items():
        values = [row["value"] for row in result.breakdown(*by) if row["category"] == category]
        assert (total is None) == (values == [])
        assert sum(values) == pytest.approx(total or 0, rel=1e-12, abs=1e-12)


@QUICK
@given(rows=LINES, profile=PROFILE)
def test_coverage_sums_to_the_total_too(tiny, rows, profile):
    result = of(rows, tiny, profile=profile)
    for category, total in totals(result).items():
        known = [
            row for row in result.coverage if row["category"] == category and row["data_class"] != "missing"
        ]
        assert sum(row["value"] for row in known) == pytest.approx(total or 0, rel=1e-9, abs=1e-12)
        if total:
            assert sum(row["share"] for row in known) == pytest.approx(1)
        assert all(row["lines"] <= len(rows) for row in known)


@QUICK
@given(rows=LINES, profile=PROFILE)
def test_twice_the_quantity_is_twice_everything(tiny, rows, profile):
    once = parts(of(rows, tiny, profile=profile), "item", "stage")
    twice = parts(
        of([{**row, "quantity": row["quantity"] * 2} for row in rows], tiny, profile=profile), "item", "stage"
    )
    close(twice, {key: value * 2 for key, value in once.items()})


@QUICK
@given(rows=LINES, profile=PROFILE)
def test_twice_the_energy_is_twice_the_use_of_measured_lines(tiny, rows, profile):
    measured = [{**r, "item": "laptop", "annual_energy_kwh": r["annual_energy_kwh"] or 7.0} for r in rows]
    once = parts(of(measured, tiny, profile=profile), "stage")
    twice = parts(
        of([{**r, "annual_energy_kwh": r["annual_energy_kwh"] * 2} for r in measured], tiny, profile=profile),
        "stage",
    )
    close(twice, {key: value * (2 if key[0] == "use" else 1) for key, value in once.items()})


@QUICK
@given(rows=LINES, profile=PROFILE, seed=st.integers(0, 99))
def test_the_order_of_the_rows_changes_no_bit(tiny, rows, profile, seed):
    mixed = random.Random(seed).sample(rows, len(rows))
    first, second = (of(some, tiny, profile=profile, by=TAGS, draws=50) for some in (rows, mixed))
    for part in ("totals", "rows", "warnings", "coverage"):
        assert json.dumps(getattr(first, part)) == json.dumps(getattr(second, part))


@QUICK
@given(rows=LINES, profile=PROFILE)
def test_a_line_may_be_split_in_two(tiny, rows, profile):
    halves = [{**row, "quantity": row["quantity"] / 2} for row in rows for _ in range(2)]
    close(
        parts(of(halves, tiny, profile=profile, by=TAGS), *KEYS),
        parts(of(rows, tiny, profile=profile, by=TAGS), *KEYS),
    )


@QUICK
@given(rows=LINES, more=LINES, profile=PROFILE)
def test_two_inventories_together_are_the_sum_of_both(tiny, rows, more, profile):
    one, two, both = (totals(of(some, tiny, profile=profile)) for some in (rows, more, rows + more))
    for category, value in both.items():
        assert (value is None) == (one[category] is None and two[category] is None)
        assert (value or 0) == pytest.approx((one[category] or 0) + (two[category] or 0), rel=1e-9, abs=1e-12)


def tab(folder, *rows):
    return inventory(folder, *rows, delimiter="\t")


def semicolon(folder, *rows):
    return inventory(folder, *rows, delimiter=";", start="\ufeff", file="other.txt")


def comma_decimal(folder, *rows):
    return inventory(folder, *rows, delimiter=";", decimal=",")


def gzipped(folder, *rows):
    return packed(inventory(folder, *rows))


def crlf(folder, *rows):
    path = inventory(folder, *rows)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return path


def as_parquet(folder, *rows):
    return parquet(folder / "a.parquet", rows)


def as_xlsx(folder, *rows):
    return xlsx(folder / "a.xlsx", rows)


def packed_parquet(folder, *rows):
    return packed(as_parquet(folder, *rows))


@pytest.mark.parametrize(
    "make", [tab, semicolon, comma_decimal, gzipped, crlf, as_parquet, as_xlsx, packed_parquet]
)
@settings(max_examples=3, deadline=None)
@given(rows=LINES, profile=PROFILE)
def test_the_form_of_the_file_changes_no_bit(tiny, make, rows, profile):
    decimal = "," if make is comma_decimal else "."
    plain = of(rows, tiny, profile=profile, by=TAGS, draws=20)
    other = of(rows, tiny, make, profile=profile, by=TAGS, draws=20, decimal=decimal)
    for part in ("totals", "rows", "warnings", "coverage"):
        assert json.dumps(getattr(plain, part)) == json.dumps(getattr(other, part))


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).iterdir()}


def many_lines(folder):
    """Enough lines that DuckDB shares them out among its threads."""
    pick = random.Random(5)
    items = ["laptop", "server_rack", "data_gb", "electricity"]
    rows = [
        {"item": pick.choice(items), "quantity": pick.random() * 100, "country": pick.choice(["FRA", "JPN", None]),
         "annual_energy_kwh": pick.random(), "uncertainty_percent": pick.random() * 30, "site": pick.choice("abc")}
        for _ in range(300_000)
    ]  # fmt: skip
    return parquet(folder / "many.parquet", rows)


def test_the_same_input_gives_the_same_bytes_with_any_number_of_threads(tiny, tmp_path, monkeypatch):
    path = many_lines(tmp_path)
    connect = duckdb.connect
    saved = []
    for number, threads in enumerate((1, 2, 2)):
        monkeypatch.setattr(
            duckdb,
            "connect",
            lambda *a, t=threads, config=None, **k: connect(*a, config={**(config or {}), "threads": t}, **k),
        )
        result = assessed(path, None, tiny, profile="l1420", by=["site"], draws=100)
        result.save(tmp_path / str(number))
        saved.append(digests(tmp_path / str(number)))
    assert saved[0] == saved[1] == saved[2]


def test_one_place_in_many_spellings_is_one_place(tiny, tmp_path):
    names = ["FR", "fra", "France", "FRANCE ", "فرنسا", "法国", "250"]
    result = assessed(
        inventory(tmp_path, *({"item": "laptop", "quantity": 1, "country": n} for n in names)), None, tiny
    )
    one = assessed(
        inventory(tmp_path, {"item": "laptop", "quantity": len(names), "country": "FRA"}), None, tiny
    )
    assert parts(result, "country") == parts(one, "country")


def test_items_in_any_spelling_are_one_item(tiny, tmp_path):
    names = ["server_rack", "Server Rack", "SERVER-RACK", " server_rack "]
    result = assessed(inventory(tmp_path, *({"item": n, "quantity": 1} for n in names)), None, tiny)
    assert {row["item"] for row in result.breakdown("item")} == {"server_rack"}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("make", [inventory, as_parquet, as_xlsx])
def test_an_empty_table_is_a_result_without_figures(tiny, tmp_path, profile, make):
    path = make(tmp_path, {"item": None, "quantity": None})
    if make is inventory:
        path.write_text("item,quantity,site\n")
    if make is as_parquet:
        import pyarrow as pa  # noqa: PLC0415 - only here
        import pyarrow.parquet as pq  # noqa: PLC0415 - only here

        pq.write_table(
            pa.table({"item": pa.array([], pa.string()), "quantity": pa.array([], pa.float64())}), path
        )
    result = assessed(path, None, tiny, profile=profile, draws=10)
    assert set(totals(result).values()) == {None}
    assert result.rows == []
    assert next(w["code"] for w in result.warnings) == "no_lines"
    result.save(tmp_path / "r")
    assert Result.open(tmp_path / "r").to_json() == result.to_json()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("make", [inventory, as_parquet, as_xlsx])
def test_columns_of_nothing_change_nothing(tiny, tmp_path, profile, make):
    (tmp_path / "plain").mkdir()
    bare = {"item": "laptop", "quantity": 3}
    null = {"country": None, "year": None, "lifetime_years": None, "annual_energy_kwh": None, "pue": None, "purchase_year": None,
             "uncertainty_percent": None, "contract_energy_kwh": None, "contract_ghg_kg_per_kwh": None, "data_class": None, "site": None}  # fmt: skip
    with_nulls = assessed(
        make(tmp_path, {**null, **bare}), None, tiny, profile=profile, by=["site"], draws=10
    )
    without = assessed(inventory(tmp_path / "plain", bare), None, tiny, profile=profile, draws=10)
    assert with_nulls.totals == without.totals
    assert with_nulls.coverage == without.coverage


@QUICK
@given(rows=LINES, profile=PROFILE)
def test_a_result_that_was_saved_opens_as_it_was(tiny, rows, profile):
    result = of(rows, tiny, profile=profile, by=TAGS, draws=30)
    with tempfile.TemporaryDirectory() as folder:
        result.save(Path(folder) / "r")
        again = Result.open(Path(folder) / "r")
    assert again.to_json() == result.to_json()
    assert again.breakdown("item", "site") == result.breakdown("item", "site")
    for category in result.meta["indicators"]:
        if totals(result)[category] is not None:
            assert explain(again, category=category) == explain(result, category=category)


@pytest.mark.parametrize("how", ["changed", "gone", "empty"])
def test_a_folder_that_was_changed_is_refused(tiny, tmp_path, how):
    result = assessed(
        inventory(tmp_path, {"item": "laptop", "quantity": 1, "country": "FRA"}), None, tiny, draws=10
    )
    result.save(tmp_path / "r")
    names = sorted(path.name for path in (tmp_path / "r").iterdir())
    assert len(names) > 5
    for number, name in enumerate(names):
        result.save(tmp_path / str(number))
        path = tmp_path / str(number) / name
        if how == "gone":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-9] + b"x" if how == "changed" else b"")
        with pytest.raises(BadResult):
            Result.open(path.parent)


@pytest.mark.parametrize(
    "text", ["[]", "{}", "null", "3", '{"format": 1}', '{"format": 2, "meta": {}, "files": {}}', "not json"]
)
def test_a_manifest_that_is_none_is_refused(tiny, tmp_path, text):
    assessed(inventory(tmp_path, {"item": "laptop", "quantity": 1}), None, tiny).save(tmp_path / "r")
    (tmp_path / "r" / "manifest.json").write_text(text)
    with pytest.raises(BadResult):
        Result.open(tmp_path / "r")


def test_what_the_manifest_says_cannot_be_changed_unseen(tiny, tmp_path):
    assessed(inventory(tmp_path, {"item": "laptop", "quantity": 1}), None, tiny).save(tmp_path / "r")
    manifest = tmp_path / "r" / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"l1410"', '"l1420"'), "utf-8")
    with pytest.raises(BadResult, match="changed"):
        Result.open(tmp_path / "r")


def test_a_folder_of_something_else_is_not_overwritten(tiny, tmp_path):
    result = assessed(inventory(tmp_path, {"item": "laptop", "quantity": 1}), None, tiny)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("dear diary")
    with pytest.raises(BadResult):
        result.save(tmp_path / "mine")
    assert (tmp_path / "mine" / "diary.txt").read_text() == "dear diary"
    with pytest.raises(BadResult):
        Result.open(tmp_path / "mine")


@QUICK
@given(rows=LINES, profile=PROFILE, limit=st.sampled_from([1, 3, 100]))
def test_contributions_and_rest_sum_to_the_figure(tiny, rows, profile, limit):
    result = of(rows, tiny, profile=profile, by=TAGS, draws=20)
    for category, total in totals(result).items():
        if total is None:
            continue
        found = explain(result, limit=limit, category=category)
        assert found.value == pytest.approx(total, rel=1e-9, abs=1e-12)
        listed = sum(way["value"] for way in found.contributions) + found.rest["value"]
        assert listed == pytest.approx(total, rel=1e-9, abs=1e-9)
        assert len(found.contributions) <= limit
        assert 0 <= found.lines <= len(rows)
        if found.rest["count"] == 0 and total:
            assert sum(way["share"] for way in found.contributions) == pytest.approx(1)


@QUICK
@given(rows=LINES, profile=PROFILE, by=st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=3))
def test_the_explanation_of_a_figure_is_the_figure(tiny, rows, profile, by):
    result = of(rows, tiny, profile=profile, by=TAGS, draws=20)
    for row in result.breakdown(*by)[:6]:
        found = explain(result, category=row["category"], **{name: row[name] for name in by})
        assert found.value == pytest.approx(row["value"], rel=1e-9, abs=1e-12)
        assert (found.p05, found.p50, found.p95) == (row["p05"], row["p50"], row["p95"])


@settings(max_examples=6, deadline=None)
@given(rows=LINES, profile=PROFILE)
def test_the_lines_behind_a_figure_sum_to_it(tiny, rows, profile):
    with tempfile.TemporaryDirectory() as folder:
        path = inventory(Path(folder), *rows)
        result = assessed(path, None, tiny, profile=profile, by=TAGS)
        for category, stage in itertools.product(["climate_change", "final_energy"], ["production", "use"]):
            whole = parts(result, "stage").get((stage, category), 0)
            found = lines(result, path, limit=1000, category=category, stage=stage)
            assert sum(line["value"] for line in found) == pytest.approx(whole, rel=1e-9, abs=1e-12)
            for line in found:
                assert line["item"] == rows[line["row"] - 2]["item"]


def test_totals_do_not_lose_small_lines_beside_large_ones(tiny, tmp_path):
    rows = [
        {"item": "laptop", "quantity": 1e12},
        *({"item": "laptop", "quantity": 0.001} for _ in range(1000)),
    ]
    exact = {"climate_change": 115 + 60, "final_energy": 120, "primary_energy": 1080, "e_waste": 2}
    found = totals(assessed(inventory(tmp_path, *rows), None, tiny))
    assert {name: found[name] - each * 1e12 for name, each in exact.items()} == near(exact, rel=0.1)
