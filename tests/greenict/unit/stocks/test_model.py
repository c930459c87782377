import math

import numpy as np
import pyarrow as pa
import pyarrow.csv as pv
import pytest

from greenict.errors import BadArgument, BadFile, BadRows, UnknownName
from greenict.stocks import activity, example_sales_path, kg_per_piece, run, split_sales

COLUMNS = ("country", "unu_key", "year", "amount", "unit")


def sales(*rows):
    return pa.table({name: [row[at] for row in rows] for at, name in enumerate(COLUMNS)})


def example():
    return pv.read_csv(
        example_sales_path(), convert_options=pv.ConvertOptions(column_types={"unu_key": pa.string()})
    )


def by_double_loop(sold, shape, scale, share):
    """The model as the equations state it, year by year, in plain Python."""
    stock, in_use, discarded = 0.0, [], []
    for n in range(len(sold)):
        leaving = sum(sold[t] * share(n - t, shape, scale) for t in range(n + 1))
        before = stock + sold[n]
        stock = max(before - leaving, 0.0)
        in_use.append(stock)
        discarded.append(before - stock)
    return in_use, discarded


def midpoint(age, k, s):
    x = (age + 0.5) / s
    return k / s * x ** (k - 1) * math.exp(-(x**k))


def conserving(age, k, s):
    return math.exp(-((age / s) ** k)) - math.exp(-(((age + 1) / s) ** k))


@pytest.mark.parametrize("share", [midpoint, conserving], ids=lambda share: share.__name__)
def test_parity_with_a_plain_double_loop(share):
    sold = {"0306": [100.0, 0.0, 40.0, 7.0, 0.0, 0.0, 9.0], "0402": [5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0]}
    lifetimes = {"0306": (1.56, 6.26), "0402": (0.79, 7.97)}
    table = sales(*(("GBR", key, 2000 + at, x, "t") for key, xs in sold.items() for at, x in enumerate(xs)))
    flow = run(table, method=share.__name__, until=2060)
    for line, key in enumerate(flow.cohorts.keys):
        in_use, discarded = by_double_loop(sold[key] + [0.0] * 54, *lifetimes[key], share)
        np.testing.assert_allclose(flow.in_use[line], in_use, rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(flow.discarded[line], discarded, rtol=1e-9, atol=1e-9)


def test_lifetime_is_that_of_the_year_of_sale(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "unu_key,shape,scale,year_from,year_to\n0306,1.5,9,,2000\n0306,2,3,2001,\n", encoding="utf-8"
    )
    flow = run(
        sales(("GBR", "0306", 2000, 10.0, "t"), ("GBR", "0306", 2001, 10.0, "t")), lifetimes=path, until=2003
    )
    expected = [10 * conserving(n, 1.5, 9) + (10 * conserving(n - 1, 2, 3) if n else 0.0) for n in range(4)]
    np.testing.assert_allclose(flow.discarded[0], expected, rtol=1e-12)


def test_midpoint_that_overshoots_is_set_to_zero_and_the_discards_lowered():
    """Phones: the shares sum to 1.0054, so by 2040 more would have left than was ever sold."""
    flow = run(sales(("GBR", "0306", 2000, 1000.0, "t")), method="midpoint", until=2040)
    assert flow.in_use.min() == 0.0
    assert flow.in_use[0, -1] == 0.0
    assert flow.discarded.min() >= 0.0
    assert flow.discarded.sum() == pytest.approx(1000.0, rel=1e-12)
    first = int(np.flatnonzero(flow.in_use[0] == 0)[0])
    expected = [1000 * midpoint(age, 1.56, 6.26) for age in range(first)]
    np.testing.assert_allclose(flow.discarded[0, :first], expected, rtol=1e-9)
    assert any("0306 sum to more than 1" in warning for warning in flow.warnings)


def test_sales_after_an_overshoot_start_from_zero():
    flow = run(
        sales(("GBR", "0306", 2000, 1000.0, "t"), ("GBR", "0306", 2040, 10.0, "t")),
        method="midpoint",
        until=2040,
    )
    # What was forgiven is not charged to the new cohort: only its own first share leaves, and nothing of the old.
    assert flow.in_use[0, -1] == pytest.approx(10.0 - 10 * midpoint(0, 1.56, 6.26), rel=1e-6)


def test_rows_and_json_have_the_promised_columns():
    flow = run(sales(("GBR", "306", 2020, 1000.0, "pieces")), until=2021)
    assert flow.rows.column_names == ["country", "unu_key", "year", "sold", "in_use", "discarded", "unit"]
    said = flow.to_json()
    assert sorted(said) == ["by_year", "rows"]
    assert [row["year"] for row in said["rows"]] == [2020, 2021]
    assert said["rows"][0] == {
        "country": "GBR",
        "unu_key": "0306",
        "year": 2020,
        "sold": 1000.0,
        "in_use": pytest.approx(944.412, abs=1e-3),
        "discarded": pytest.approx(55.588, abs=1e-3),
        "unit": "pieces",
    }
    assert said["by_year"][0] == {k: v for k, v in said["rows"][0].items() if k not in ("country", "unu_key")}


def test_rows_of_one_cohort_are_added_and_gaps_are_zero():
    flow = run(
        sales(
            ("GBR", "0306", 2000, 1.0, "t"),
            ("GBR", "306", 2000, 2.0, "t"),
            ("gbr", "306.0", 2002, 4.0, "T"),
        )
    )
    assert flow.sold.tolist() == [[3.0, 0.0, 4.0]]
    assert any("count as zero" in warning for warning in flow.warnings)


def test_mixed_units_of_one_group_become_tonnes():
    flow = run(
        sales(
            ("GBR", "0306", 2000, 1.0, "t"),
            ("GBR", "0306", 2000, 500.0, "kg"),
            ("GBR", "0306", 2001, 1000.0, "pieces"),
        )
    )
    weight = kg_per_piece("0306", "GBR", [2001])[0]
    assert flow.cohorts.units == ("t",)
    np.testing.assert_allclose(flow.sold[0], [1.5, weight], rtol=1e-15)
    assert any("several units" in warning for warning in flow.warnings)


def test_by_year_in_one_unit_is_the_plain_sum():
    flow = run(sales(("GBR", "0306", 2000, 10.0, "kg"), ("FRA", "0303", 2001, 20.0, "kg")))
    assert flow.by_year["unit"].to_pylist() == ["kg", "kg"]
    assert flow.by_year["sold"].to_pylist() == [10.0, 20.0]
    assert flow.by_year["in_use"].to_pylist() == flow.in_use.sum(axis=0).tolist()


def test_by_year_of_differing_units_is_in_tonnes_and_this_is_said():
    flow = run(sales(("GBR", "0306", 2000, 1000.0, "pieces"), ("GBR", "0303", 2000, 3.0, "t")))
    assert flow.by_year["unit"].to_pylist() == ["t"]
    assert flow.by_year["sold"].to_pylist() == pytest.approx([3.0 + kg_per_piece("0306", "GBR", [2000])[0]])
    assert any("in tonnes" in warning for warning in flow.warnings)


def test_pieces_keep_the_weight_of_their_year_of_sale():
    """A laptop of 1995 weighs 4.43 kg when it is thrown away, not what one of that year weighs."""
    flow = run(sales(("GBR", "0303", 1995, 1000.0, "pieces")), until=2010)
    kg = flow.in_unit("kg")
    np.testing.assert_allclose(kg.discarded, flow.discarded * 4.43, rtol=1e-12)
    np.testing.assert_allclose(kg.in_unit("pieces").in_use, flow.in_use, rtol=1e-12)
    with pytest.raises(UnknownName, match="tons"):
        flow.in_unit("tons")


def test_activity_agrees_with_the_flow():
    flow = run(example())
    table = activity(flow)
    assert table.column_names == [
        "country",
        "unu_key",
        "year",
        "item",
        "sold_pieces",
        "in_use_pieces",
        "discarded_pieces",
        "discarded_kg",
    ]
    assert table.num_rows == flow.rows.num_rows
    assert table["item"][0].as_py() == "unu_0001"
    np.testing.assert_allclose(
        table["discarded_kg"], np.asarray(flow.rows["discarded"]) * 1000, rtol=1e-12, atol=1e-9
    )
    desktops = table.filter(pa.compute.equal(table["unu_key"], "0302"))
    weight = kg_per_piece("0302", "GBR", desktops["year"].to_numpy())
    tonnes = flow.rows.filter(pa.compute.equal(flow.rows["unu_key"], "0302"))["sold"].to_numpy()
    np.testing.assert_allclose(desktops["sold_pieces"].to_numpy() * weight, tonnes * 1000, rtol=1e-12)


@pytest.mark.parametrize("method", ["midpoint", "conserving"])
@pytest.mark.parametrize("region", ["nl-fr-be", "it"])
def test_united_kingdom(method, region):
    table = example()
    flow = run(table, method=method, lifetimes=region)
    years = flow.by_year["year"].to_pylist()
    assert years == list(range(2001, 2023))
    amounts, sold_in = table["amount"].to_numpy(), table["year"].to_numpy()
    for year, sold in zip(years, flow.by_year["sold"].to_pylist(), strict=True):
        assert sold == pytest.approx(amounts[sold_in == year].sum(), rel=1e-12)
    # After 22 years of 1.2 to 2.5 million tonnes a year, more is in use than ten years of sales and less than all.
    in_use, discarded = flow.by_year["in_use"].to_pylist()[-1], flow.by_year["discarded"].to_pylist()[-1]
    assert 15e6 < in_use < amounts.sum() - 10e6
    assert 1.0e6 < discarded < 2.5e6
    assert "sales begin in 2001" in flow.warnings[0]
    assert any("stand in for GBR" in warning for warning in flow.warnings)


def test_warnings_are_silent_where_nothing_is_amiss():
    assert run(sales(("NLD", "0505", 2004, 1.0, "t"), ("FR", "0505", 2004, 1.0, "t"))).warnings == []


def test_until_beyond_and_before_the_last_sale():
    table = sales(("GBR", "0306", 2000, 1.0, "t"), ("GBR", "0306", 2010, 1.0, "t"))
    longer, shorter = run(table, until=2020), run(table, until=2005)
    assert any("2011 to 2020 have no new sales" in warning for warning in longer.warnings)
    assert any("sales after 2005 are left out" in warning for warning in shorter.warnings)
    np.testing.assert_array_equal(longer.in_use[:, :6], shorter.in_use)


@pytest.mark.parametrize("until", [1999, 2101, -5])
def test_until_out_of_range(until):
    with pytest.raises(BadArgument, match=r"until.*2000"):
        run(sales(("GBR", "0306", 2000, 1.0, "t")), until=until)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ((None, "0306", 2000, 1.0, "t"), "country"),
        (("GBR", "9999", 2000, 1.0, "t"), "unu_key"),
        (("GBR", None, 2000, 1.0, "t"), "unu_key"),
        (("GBR", "0306", 1492, 1.0, "t"), "year"),
        (("GBR", "0306", None, 1.0, "t"), "year"),
        (("GBR", "0306", 2000, -1.0, "t"), "amount"),
        (("GBR", "0306", 2000, math.nan, "t"), "amount"),
        (("GBR", "0306", 2000, math.inf, "t"), "amount"),
        (("GBR", "0306", 2000, None, "t"), "amount"),
        (("GBR", "0306", 2000, 1.0, "tons"), "unit"),
    ],
)
def test_bad_row_is_named(row, column):
    with pytest.raises(BadRows) as refusal:
        run(sales(("GBR", "0306", 2000, 1.0, "t"), row))
    assert [(bad.row, bad.column) for bad in refusal.value.rows] == [(2, column)]
    assert refusal.value.count == 1


def test_rows_are_named_by_the_numbers_of_their_file():
    table = sales(("GBR", "0306", 2000, 1.0, "t"), ("GBR", "9999", 2000, -1.0, "t"))
    table = table.append_column("row", pa.array([2, 7]))
    with pytest.raises(BadRows, match=r"row 7, column unu_key: '9999'"):
        run(table)
    good, bad = split_sales(table)
    assert good["row"].to_pylist() == [2]
    assert [(row.row, row.column) for row in bad] == [(7, "unu_key"), (7, "amount")]


def test_text_columns_are_read_and_words_among_numbers_named():
    good = run(sales(("GBR", "0306", "2000", "1.5", "t")))
    assert good.sold.tolist() == [[1.5]]
    with pytest.raises(BadRows, match=r"row 1, column amount: 'many'"):
        run(sales(("GBR", "0306", "2000", "many", "t")))


def test_what_is_no_sales_table():
    with pytest.raises(BadFile, match="unit"):
        run(pa.table({"country": ["GBR"], "unu_key": ["0306"], "year": [2000], "amount": [1.0]}))
    with pytest.raises(BadFile, match="no rows"):
        run(sales(("GBR", "0306", 2000, 1.0, "t")).slice(0, 0))


def test_unknown_method_and_region():
    table = sales(("GBR", "0306", 2000, 1.0, "t"))
    with pytest.raises(UnknownName, match="conserving or midpoint"):
        run(table, method="exact")
    with pytest.raises(UnknownName, match="nl-fr-be"):
        run(table, lifetimes="mars")


def test_dictionary_columns_as_parquet_readers_give_them():
    table = sales(("GBR", "0306", 2000, 1.0, "t"), ("FRA", "0303", 2000, 2.0, "t"))
    encoded = pa.table(
        {name: table[name].dictionary_encode() for name in ("country", "unu_key", "unit")}
        | {"year": table["year"], "amount": table["amount"]}
    )
    assert run(encoded).rows.equals(run(table).rows)
