"""Bad rows come back with their row, column, value, rule and mend."""

import pytest
from builders import factor_set, inventory, inventory_text, parquet, xlsx

from greenict.errors import BadFile, BadRows
from greenict.scenario import check
from greenict.tables.schema import Column


def bad(path, **asked):
    made = check(path, factors=[factor_set(path.parent)], default_factors=False, **asked)
    return [(row.row, row.column, row.value, row.rule) for row in made.bad]


@pytest.mark.parametrize(
    ("column", "cell", "rule"),
    [
        ("quantity", "-1", "is out of bounds"),
        ("quantity", "1e13", "is out of bounds"),
        ("quantity", "1e308", "is out of bounds"),
        ("quantity", "1e400", "is out of bounds"),
        ("quantity", "nan", "is out of bounds"),
        ("quantity", "-inf", "is out of bounds"),
        ("quantity", "", "is missing"),
        ("quantity", "  ", "is missing"),
        ("quantity", "ten", "is no number"),
        ("quantity", "1,5", "is no number"),
        ("quantity", "1 000", "is no number"),
        ("quantity", "1_000", "is no number"),
        ("quantity", "0x10", "is no number"),
        ("quantity", "=1+1", "is no number"),
        ("quantity", "true", "is no number"),
        ("item", "", "is missing"),
        ("item", "nothing_like_it", "is in no factor set"),
        ("item", "=laptop", "is in no factor set"),
        ("country", "Narnia", "is no country"),
        ("year", "2020.5", "is no whole number"),
        ("year", "1900", "is out of bounds"),
        ("year", "soon", "is no number"),
        ("year", "inf", "is out of bounds"),
        ("lifetime_years", "0", "is out of bounds"),
        ("lifetime_years", "101", "is out of bounds"),
        ("pue", "0.9", "is out of bounds"),
        ("pue", "11", "is out of bounds"),
        ("annual_energy_kwh", "-5", "is out of bounds"),
        ("annual_energy_kwh", "1e12", "is out of bounds"),
        ("purchase_year", "2031", "is a purchase after the year of the activity"),
        ("uncertainty_percent", "-1", "is out of bounds"),
        ("data_class", "guess", "is no data class"),
        ("contract_ghg_kg_per_kwh", "-0.1", "is out of bounds"),
    ],
)
def test_a_cell_that_breaks_a_rule_is_named(column, cell, rule, tmp_path):
    good = {"item": "laptop", "quantity": "1", "country": "FRA", "year": "2024"}
    path = inventory(tmp_path, {**good, column: good.get(column)}, {**good, column: cell})
    assert bad(path) == [(3, column, cell, rule)]


@pytest.mark.parametrize(
    "line",
    [
        {"quantity": 1e10, "annual_energy_kwh": 1e4},
        {"quantity": 2, "annual_energy_kwh": 10, "contract_energy_kwh": 21, "contract_ghg_kg_per_kwh": 0},
        {
            "quantity": 2,
            "annual_energy_kwh": 10,
            "pue": 1.5,
            "contract_energy_kwh": 31,
            "contract_ghg_kg_per_kwh": 0,
        },
    ],
)
def test_what_cannot_be_over_several_columns(line, tmp_path):
    assert len(bad(inventory(tmp_path, {"item": "laptop", **line}))) == 1


def test_contracts_may_cover_the_whole_of_the_electricity(tmp_path):
    line = {"item": "laptop", "quantity": 2, "annual_energy_kwh": 10, "pue": 1.5, "contract_energy_kwh": 30}
    assert bad(inventory(tmp_path, {**line, "contract_ghg_kg_per_kwh": 0})) == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"contract_energy_kwh": 30}, "has no factor beside it"),
        ({"contract_energy_kwh": 30, "contract_ghg_kg_per_kwh": ""}, "has no factor beside it"),
        ({"contract_energy_kwh": "", "contract_ghg_kg_per_kwh": 0.1}, "has no contract beside it"),
    ],
)
def test_a_contract_and_its_factor_go_together(line, says, tmp_path):
    path = inventory(tmp_path, {"item": "laptop", "quantity": 2, "annual_energy_kwh": 100, **line})
    assert [row[3] for row in bad(path)] == [says]


@pytest.mark.parametrize("cell", ["1e2", "+100", "100.", " 100 ", "1E+2", "0100", "100.000"])
def test_numbers_that_are_numbers(cell, tmp_path):
    assert bad(inventory_text(tmp_path, f"item,quantity\nlaptop,{cell}\n")) == []


@pytest.mark.parametrize(("cell", "good"), [("1,5", True), ("1.5", False), ("1.000,5", False), ("10", True)])
def test_a_decimal_comma_where_it_is_declared(cell, good, tmp_path):
    path = inventory_text(tmp_path, f"item;quantity\nlaptop;{cell}\n")
    assert (bad(path, decimal=",") == []) is good


def test_row_numbers_are_those_of_a_spreadsheet(tmp_path):
    rows = [{"item": "laptop", "quantity": 1}, {"item": "laptop", "quantity": -1}]
    assert [row for row, *_ in bad(inventory(tmp_path, *rows))] == [3]
    assert [row for row, *_ in bad(xlsx(tmp_path / "a.xlsx", rows))] == [3]
    assert [row for row, *_ in bad(parquet(tmp_path / "a.parquet", rows))] == [2]  # no header row


def test_rows_keep_their_number_below_a_torn_row(tmp_path):
    text = "item,quantity,site\nlaptop,1,a\nlaptop,1,a,b\nlaptop,-1,c\nnope,1,d\nlaptop,2\nlaptop,x,e\n"
    assert bad(inventory_text(tmp_path, text)) == [
        (3, "(whole row)", "laptop,1,a,b", "has more cells than the header"),
        (4, "quantity", "-1", "is out of bounds"),
        (5, "item", "nope", "is in no factor set"),
        (6, "(whole row)", "laptop,2", "has fewer cells than the header"),
        (7, "quantity", "x", "is no number"),
    ]


def test_a_cell_of_several_lines_is_one_row(tmp_path):
    text = 'item,quantity,site\nlaptop,1,"a\nb"\nlaptop,1,a,b\nlaptop,-1,c\n'
    assert [row for row, *_ in bad(inventory_text(tmp_path, text))] == [3, 4]


def test_a_row_that_is_not_utf8_is_named_where_it_is_used(tmp_path):
    path = inventory_text(tmp_path, "item,quantity,site\nlaptop,1,café\nlaptop,-2,c\n".encode("latin-1"))
    assert [(row, rule) for row, _, _, rule in bad(path)] == [(3, "is out of bounds")]
    assert [(row, rule) for row, _, _, rule in bad(path, by=["site"])] == [
        (2, "is not UTF-8"),
        (3, "is out of bounds"),
    ]


def test_blank_rows_at_the_end_of_a_sheet_are_no_rows(tmp_path):
    rows = [
        {"item": "laptop", "quantity": 1},
        {"item": None, "quantity": None},
        {"item": "laptop", "quantity": -1},
    ]
    path = xlsx(
        tmp_path / "a.xlsx", [*rows, {"item": "  ", "quantity": None}, {"item": " ", "quantity": " "}]
    )
    assert [(row, column) for row, column, *_ in bad(path)] == [(3, "item"), (3, "quantity"), (4, "quantity")]


def test_a_not_a_number_in_parquet_is_a_bad_row(tmp_path):
    rows = [{"item": "laptop", "quantity": 1.0}, {"item": "laptop", "quantity": float("nan")}]
    assert [row for row, *_ in bad(parquet(tmp_path / "a.parquet", rows))] == [2]


def test_the_message_shows_ten_rows_and_says_how_many_there_are(tmp_path):
    with pytest.raises(BadRows) as refusal:
        raise BadRows("a.csv", check_many(tmp_path).bad, check_many(tmp_path).bad_count)
    assert "a.csv: 25 bad rows" in str(refusal.value)
    assert "... and 15 more" in str(refusal.value)


def check_many(tmp_path):
    path = inventory(tmp_path, *[{"item": "laptop", "quantity": -1}] * 25)
    return check(path, factors=[factor_set(tmp_path)], default_factors=False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("item,number\nlaptop,1\n", "column 'quantity' is missing (found: item, number)"),
        ("item,quantity,Item\nlaptop,1,x\n", "two columns are called 'item'"),
        ("item,quantity,\nlaptop,1,x\n", "column 3 has no name"),
        ("\nitem,quantity\nlaptop,1\n", "the first line is blank"),
        ("", "the file is empty"),
        ("item,quantity," + ",".join(f"t{n}" for n in range(10_000)) + "\n", "it has 10002 columns"),
        ("item,quantity\rlaptop,1\r", "its lines end with a carriage return alone"),
        ("item,quantity\nlaptop,1\0\n", "it holds NUL bytes"),
        ("item,quantity\nlaptop,1\n".encode("utf-16"), "it is UTF-16"),
        ("item,quantité\nlaptop,1\n".encode("latin-1"), "the header row is not UTF-8"),
        (b"PK\x03\x04 no archive", "the archive is broken"),
        (b"\x1f\x8b no gzip", "the gzip stream is broken"),
        (b"PAR1 no parquet PAR1", "cannot be read as such"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_name(text, words, tmp_path):
    path = inventory_text(tmp_path, text, "stock.csv")
    with pytest.raises(BadFile) as refusal:
        check(path, factors=[factor_set(tmp_path)], default_factors=False)
    assert str(refusal.value).startswith("stock.csv: ")
    assert words in str(refusal.value)


def test_bounds_are_said_in_words():
    assert Column("a", "number", "x", "kWh", low=0, high=5).bounds == "between 0 and 5 kWh"
