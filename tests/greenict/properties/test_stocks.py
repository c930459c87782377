"""What must hold of stocks and discards whatever the sales."""

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.stocks import METHODS, run, unu_keys

LINES = st.lists(
    st.fixed_dictionaries(
        {
            "country": st.sampled_from(["GBR", "FRA", "KEN"]),
            "unu_key": st.sampled_from(sorted(unu_keys())),
            "year": st.integers(1980, 2030),
            "amount": st.floats(0, 1e9).map(lambda amount: amount if amount > 1e-9 else 0.0),
            "unit": st.sampled_from(["t", "kg", "pieces"]),
        }
    ),
    min_size=1,
    max_size=30,
)
REGIONS = st.sampled_from(["nl-fr-be", "it"])
SETTINGS = settings(max_examples=60, deadline=None)


@SETTINGS
@given(lines=LINES, method=st.sampled_from(METHODS), region=REGIONS)
def test_what_was_sold_is_in_use_or_discarded(lines, method, region):
    flow = run(pa.Table.from_pylist(lines), method=method, lifetimes=region, until=2050)
    sold, discarded = flow.sold.cumsum(axis=1), flow.discarded.cumsum(axis=1)
    np.testing.assert_allclose(flow.in_use + discarded, sold, rtol=1e-9, atol=1e-9)
    assert (flow.in_use >= 0).all()
    assert (flow.discarded >= 0).all()


@SETTINGS
@given(lines=LINES, region=REGIONS)
def test_conserving_discards_everything_in_the_end(lines, region):
    """Seventy years are not long enough for furnaces; the rest is what the distribution itself leaves."""
    flow = run(pa.Table.from_pylist(lines), lifetimes=region, until=2100)
    shape, scale = flow.lifetimes.parameters(flow.cohorts.keys, flow.cohorts.years)
    ages = 2100 - flow.cohorts.years + 1
    rest = (flow.sold * np.exp(-((ages / scale) ** shape))).sum(axis=1)
    total = flow.sold.sum(axis=1)
    np.testing.assert_allclose(flow.in_use[:, -1], rest, rtol=0, atol=1e-9 * max(total.max(), 1.0))
    np.testing.assert_allclose(flow.discarded.sum(axis=1), total - rest, rtol=1e-9, atol=1e-9)


def test_every_key_is_discarded_at_the_end_of_a_long_horizon():
    keys = sorted(unu_keys())
    table = pa.table(
        {
            "country": ["GBR"] * 54,
            "unu_key": keys,
            "year": [1950] * 54,
            "amount": [1.0] * 54,
            "unit": ["t"] * 54,
        }
    )
    flow = run(table, until=2100)
    np.testing.assert_allclose(flow.discarded.sum(axis=1), 1.0, rtol=0, atol=1e-4)
    assert (flow.in_use[:, -1] < 1e-4).all()


@SETTINGS
@given(lines=LINES, factor=st.floats(1e-3, 1e3))
def test_linear_in_sales(lines, factor):
    more = [line | {"amount": line["amount"] * factor} for line in lines]
    one, other = run(pa.Table.from_pylist(lines)), run(pa.Table.from_pylist(more))
    scale = max(one.sold.sum(), 1e-9)
    np.testing.assert_allclose(other.in_use, one.in_use * factor, rtol=1e-9, atol=1e-12 * scale * factor)
    np.testing.assert_allclose(
        other.discarded, one.discarded * factor, rtol=1e-9, atol=1e-12 * scale * factor
    )


@SETTINGS
@given(lines=LINES, order=st.randoms(use_true_random=False), method=st.sampled_from(METHODS))
def test_order_of_the_rows_changes_nothing(lines, order, method):
    shuffled = order.sample(lines, len(lines))
    one, other = (run(pa.Table.from_pylist(rows), method=method) for rows in (lines, shuffled))
    assert one.rows.equals(other.rows)
    assert one.by_year.equals(other.by_year)
    assert one.warnings == other.warnings


@SETTINGS
@given(lines=LINES, chunk=st.integers(1, 7))
def test_chunks_change_nothing(lines, chunk):
    table = pa.Table.from_pylist(lines)
    pieces = pa.concat_tables([table.slice(at, chunk) for at in range(0, len(lines), chunk)])
    assert run(pieces).rows.equals(run(table).rows)


@SETTINGS
@given(lines=LINES)
def test_groups_do_not_touch_one_another(lines):
    """A group alone gives what it gives among others, over the same years."""
    whole = run(pa.Table.from_pylist(lines), until=2040)
    key = whole.cohorts.keys[0], whole.cohorts.countries[0]
    alone = run(
        pa.Table.from_pylist([line for line in lines if (line["unu_key"], line["country"]) == key]),
        until=2040,
    )
    years = len(alone.cohorts.years)
    np.testing.assert_allclose(whole.in_use[0, -years:], alone.in_use[0], rtol=1e-9, atol=1e-6)
    np.testing.assert_allclose(whole.discarded[0, -years:], alone.discarded[0], rtol=1e-9, atol=1e-6)


@SETTINGS
@given(lines=LINES)
def test_units_there_and_back(lines):
    flow = run(pa.Table.from_pylist(lines))
    for unit in ("t", "kg", "pieces"):
        back, tonnes = flow.in_unit(unit).in_unit("t"), flow.in_unit("t")
        np.testing.assert_allclose(
            back.in_use, tonnes.in_use, rtol=1e-9, atol=1e-14 * tonnes.sold.sum() + 1e-12
        )
