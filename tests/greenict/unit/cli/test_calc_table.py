"""`greenict calc METHOD --table FILE`: rows in, rows with the result out, and the refusals."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from greenict.cli.calc import calc
from greenict.errors import BadArgument, BadFile, BadRows, UnknownName

CENTRES = 'site,facility_energy_kwh,it_energy_kwh,note\nA,12.5,10,"x, y"\nB,30,10,\nC,8,4,=1+1\n'
BROKEN = (
    "site;facility_energy_kwh;it_energy_kwh\n"
    "A;12,5;10\nB;5;0\nC;abc;3\nD;;3\nE;1_0;1\nF;20;10;torn\nG;5;10\nH;1.000;10\nI;20;10\n"
)


def run(*words: object):
    return CliRunner().invoke(calc, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def centres(tmp_path):
    path = tmp_path / "centres.csv"
    path.write_text(CENTRES, encoding="utf-8")
    return path


def test_the_columns_come_back_with_the_result(centres):
    answer = run("pue_ratio", "--table", centres)
    assert answer.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    assert rows == [
        {
            "site": "A",
            "facility_energy_kwh": "12.5",
            "it_energy_kwh": "10",
            "note": "x, y",
            "pue_ratio": "1.25",
        },
        {"site": "B", "facility_energy_kwh": "30", "it_energy_kwh": "10", "note": "", "pue_ratio": "3.0"},
        {"site": "C", "facility_energy_kwh": "8", "it_energy_kwh": "4", "note": "=1+1", "pue_ratio": "2.0"},
    ]
    assert answer.stderr.splitlines() == [
        "greenict: pue_ratio (ratio) for 3 rows of centres.csv",
        "  from its columns facility_energy_kwh (kWh), it_energy_kwh (kWh)",
        "  kept as they are site, note",
    ]


def test_what_is_no_column_comes_from_the_command_line_or_the_default(tmp_path):
    path = tmp_path / "devices.csv"
    path.write_text("embodied_ghg_kg,quantity_pieces\n300,2\n100,\n", encoding="utf-8")
    answer = run("embodied_ghg_kg_per_year", "--table", path, "lifetime_years=5")
    assert [row["embodied_ghg_kg_per_year"] for row in csv.DictReader(io.StringIO(answer.stdout))] == [
        "120.0",
        "20.0",
    ]
    assert "for all rows lifetime_years = 5.0" in answer.stderr
    assert "default quantity_pieces = 1 pieces in 1 rows: no figure: it counts once" in answer.stderr


def test_parquet_carries_the_units(centres, tmp_path):
    out = tmp_path / "out.parquet"
    assert run("pue_ratio", "--table", centres, "--out", out).stdout == ""
    table = pq.read_table(out)
    assert table["pue_ratio"].to_pylist() == [1.25, 3.0, 2.0]
    assert table["facility_energy_kwh"].to_pylist() == [12.5, 30.0, 8.0]
    units = {field.name: (field.metadata or {}).get(b"unit") for field in table.schema}
    assert units == {
        "site": None, "facility_energy_kwh": b"kWh", "it_energy_kwh": b"kWh", "note": None, "pue_ratio": b"ratio",
    }  # fmt: skip
    assert table.schema.metadata[b"greenict.method"] == b"pue_ratio"
    again = tmp_path / "again.csv"
    assert run("ere_ratio", "--table", out, "erf_ratio=0.5", "--out", again).exit_code == 0
    assert [row["ere_ratio"] for row in csv.DictReader(again.open(encoding="utf-8"))] == [
        "0.625",
        "1.5",
        "1.0",
    ]


def test_a_workbook_in_and_out_has_a_sheet_that_tells_the_units(tmp_path):
    book = openpyxl.Workbook()
    for row in [["gas", "gas_mass_kg", "note"], ["CH4", 2, "=not a formula"[1:]], ["N2O", 1.5, None]]:
        book.active.append(row)
    book.save(tmp_path / "gases.xlsx")
    out = tmp_path / "out.xlsx"
    assert run("gas_ghg_kg", "--table", tmp_path / "gases.xlsx", "--out", out).exit_code == 0
    made = openpyxl.load_workbook(out)
    assert [[cell.value for cell in row] for row in made["rows"]] == [
        ["gas", "gas_mass_kg", "note", "gas_ghg_kg"],
        ["CH4", 2, "not a formula", 55.8],
        ["N2O", 1.5, None, 409.5],
    ]
    about = {row[0].value: row[1].value for row in made["about"].iter_rows(max_col=2)}
    assert (about["gas_ghg_kg"], about["gwp_set"]) == ("kg CO2e", "AR6 GWP100 text")


def test_dates_of_a_workbook_are_dates(tmp_path):
    book = openpyxl.Workbook()
    for row in [["purchase", "retirement"], [date(2020, 1, 1), datetime(2024, 12, 30, tzinfo=None)]]:  # noqa: DTZ001
        book.active.append(row)
    book.save(tmp_path / "lives.xlsx")
    data = json.loads(
        run("device_lifespan_years", "--table", tmp_path / "lives.xlsx", "--format", "json").stdout
    )
    assert [row["device_lifespan_years"] for row in data["rows"]] == [5.0]


def test_json_has_units_rows_and_what_was_left_out(tmp_path):
    path = tmp_path / "broken.csv"
    path.write_text(BROKEN, encoding="utf-8")
    answer = run("pue_ratio", "--table", path, "--decimal", "comma", "--keep-going", "--format", "json")
    assert answer.exit_code == 3
    data = json.loads(answer.stdout)
    assert data["columns"] == {"facility_energy_kwh": "kWh", "it_energy_kwh": "kWh", "pue_ratio": "ratio"}
    assert data["rows"] == [
        {"site": "A", "facility_energy_kwh": 12.5, "it_energy_kwh": 10.0, "pue_ratio": 1.25},
        {"site": "I", "facility_energy_kwh": 20.0, "it_energy_kwh": 10.0, "pue_ratio": 2.0},
    ]
    assert [(one["row"], one["column"], one["value"]) for one in data["left_out"]] == [
        (3, "it_energy_kwh", "0"),
        (4, "facility_energy_kwh", "abc"),
        (5, "facility_energy_kwh", ""),
        (6, "facility_energy_kwh", "1_0"),
        (7, "(whole row)", "F;20;10;torn"),
        (8, "it_energy_kwh", "10"),
        (9, "facility_energy_kwh", "1.000"),
    ]
    assert "7 rows were left out" in answer.stderr


def test_bad_rows_are_refused_and_nothing_is_written(tmp_path):
    path, out = tmp_path / "broken.csv", tmp_path / "out.csv"
    path.write_text(BROKEN, encoding="utf-8")
    with pytest.raises(BadRows, match=r"broken\.csv: 7 bad rows") as refusal:
        run("pue_ratio", "--table", path, "--decimal", "comma", "--out", out)
    assert "row 3, column it_energy_kwh: '0' is out of bounds; give a finite number (kWh), above 0" in str(
        refusal.value
    )
    assert sorted(one.name for one in tmp_path.iterdir()) == ["broken.csv"]


def test_a_file_with_decimal_commas_keeps_its_form(tmp_path):
    path = tmp_path / "comma.csv"
    path.write_text("facility_energy_kwh;it_energy_kwh\n12,5;10\n", encoding="utf-8")
    answer = run("pue_ratio", "--table", path, "--decimal", "comma")
    assert answer.stdout == "facility_energy_kwh;it_energy_kwh;pue_ratio\n12,5;10;1,25\n"


def test_lists_in_cells_are_json(tmp_path):
    path = tmp_path / "lists.csv"
    path.write_text('server_utilisation_percent\n"[10, 20, 60]"\n"[1, x]"\n"[5]"\n', encoding="utf-8")
    answer = run("iteu_sv_percent", "--table", path, "--keep-going", "--format", "json")
    data = json.loads(answer.stdout)
    assert [row["iteu_sv_percent"] for row in data["rows"]] == [30.0, 5.0]
    assert [(one["row"], one["value"]) for one in data["left_out"]] == [(3, "[1, x]")]


def test_dates_decimals_and_nan_of_parquet_are_written_as_json(tmp_path):
    path = tmp_path / "t.parquet"
    pq.write_table(
        pa.table(
            {
                "day": pa.array([0], pa.date32()),
                "odd": [float("nan")],
                "facility_energy_kwh": pa.array([20], pa.int32()),
                "it_energy_kwh": [10.0],
            }
        ),
        path,
    )
    data = json.loads(run("pue_ratio", "--table", path, "--format", "json").stdout)
    assert data["rows"] == [
        {
            "day": "1970-01-01",
            "odd": None,
            "facility_energy_kwh": 20.0,
            "it_energy_kwh": 10.0,
            "pue_ratio": 2.0,
        }
    ]


@pytest.mark.parametrize(
    ("text", "words", "error", "message"),
    [
        ("a,b\n1,2\n", [], BadFile, "none of its columns is an argument of pue_ratio; name columns as"),
        ("facility_energy_kwh,pue_ratio\n1,2\n", ["it_energy_kwh=1"], BadFile, "already; name that column otherwise"),
        ("facility_energy_kwh\n1\n", [], BadArgument, "give a column of that name, or it_energy_kwh=value"),
        ("facility_energy_kwh\n1\n", ["facility_energy_kwh=1", "it_energy_kwh=1"], BadArgument, "also a column of"),
        ("facility_energy_kwh\n1\n", ["it_energy_kwh=-1"], BadArgument, "it_energy_kwh = -1"),
        ("facility_energy_kwh\n1\n", ["energy=1"], UnknownName, "its arguments are"),
        ("facility_energy_kwh,it_energy_kwh\n", [], BadFile, "no rows below its header"),
        ("", [], BadFile, "empty"),
        ("facility_energy_kwh\n1\n", ["it_energy_kwh=1", "--out", "x.txt"], BadArgument, "end its name in .csv"),
        ("facility_energy_kwh\n1\n", ["it_energy_kwh=1", "--out", "no/folder/x.csv"], BadArgument, "cannot be written"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_used_is_refused(tmp_path, text, words, error, message):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=message):
        run("pue_ratio", "--table", path, *words)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadFile, match="no such file"):
        run("pue_ratio", "--table", tmp_path / "nowhere.csv")


def test_usage_that_cannot_be_meant(centres):
    assert run("pue_ratio", "--table", centres, "--vary", "it_energy=1:2").exit_code == 2
    assert run("pue_ratio", "--table", centres, "--out", centres).exit_code == 2
    assert run("ere_ratio", "--table", centres, "erf_ratio=0.1..0.2").exit_code == 2
    assert centres.read_text(encoding="utf-8") == CENTRES
