import numpy as np
import pytest

from greenict.errors import BadFile, BadRows, UnknownName
from greenict.stocks import load_lifetimes


@pytest.fixture
def written(tmp_path):
    def write(text, name="lifetimes.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_region_in_any_spelling():
    assert load_lifetimes("NL_FR_BE") == load_lifetimes("nl-fr-be") == load_lifetimes(" Nl-Fr-Be ")


def test_file_with_years_of_sale(written):
    path = written("unu_key,shape,scale,year_from,year_to\n0306,1.5,6,,2010\n0306,1.5,5,2011,\n")
    lifetimes = load_lifetimes(path)
    shape, scale = lifetimes.parameters(["0306"], np.array([1990, 2010, 2011, 2040]))
    assert shape.tolist() == [[1.5] * 4]
    assert scale.tolist() == [[6.0, 6.0, 5.0, 5.0]]
    assert lifetimes.remarks(["0306"], 1990, 2040) == []


def test_key_that_a_file_lacks_gets_the_default_region_and_this_is_said(written):
    lifetimes = load_lifetimes(written("unu_key,shape,scale\n0306,1.5,6\n"))
    shape, scale = lifetimes.parameters(["0303", "0306"], np.array([2020]))
    assert (shape.tolist(), scale.tolist()) == ([[1.6], [1.5]], [[6.57], [6.0]])
    assert lifetimes.remarks(["0303", "0306"], 2020, 2020) == [
        "lifetimes.csv has no lifetime for 0303: nl-fr-be stands in"
    ]


def test_year_outside_every_span_gets_the_nearest_and_this_is_said(written):
    lifetimes = load_lifetimes(
        written("unu_key,shape,scale,year_from,year_to\n0306,1.5,6,2000,2005\n0306,1.5,4,2010,2015\n")
    )
    _, scale = lifetimes.parameters(["0306"], np.array([1999, 2006, 2009, 2020]))
    assert scale.tolist() == [[6.0, 6.0, 4.0, 4.0]]
    assert "nearest years" in lifetimes.remarks(["0306"], 2000, 2015)[0]
    assert lifetimes.remarks(["0306"], 2000, 2005) == []


def test_what_is_neither_region_nor_file():
    for wrong in ("uk", "missing.csv", "x" * 5000):
        with pytest.raises(UnknownName, match="nl-fr-be, it"):
            load_lifetimes(wrong)


def test_file_without_a_column_or_rows(written):
    with pytest.raises(BadFile, match="scale"):
        load_lifetimes(written("unu_key,shape\n0306,1.5\n"))
    with pytest.raises(BadFile):
        load_lifetimes(written("unu_key,shape,scale\n"))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("9999,1.5,6,,", "unu_key"),
        ("0306,none,6,,", "shape"),
        ("0306,1.5,-6,,", "scale"),
        ("0306,1.5,6,2010,2005", "year_to"),
        ("0303,1.5,6,2005,", "unu_key"),
    ],
)
def test_bad_row_is_named(written, row, column):
    path = written(f"unu_key,shape,scale,year_from,year_to\n0303,1.6,6.57,2000,2010\n{row}\n")
    with pytest.raises(BadRows) as refusal:
        load_lifetimes(path)
    assert [(bad.row, bad.column) for bad in refusal.value.rows] == [(3, column)]  # the header is row 1
