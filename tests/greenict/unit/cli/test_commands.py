"""The command is a contract: exit codes, JSON shapes, messages."""

import json

import pytest
from click.testing import CliRunner

from greenict.assess import example_inventory_path
from greenict.cli import COMMANDS, greenict, main
from greenict.errors import GreenictError
from greenict.stocks import example_sales_path


def run(*arguments):
    """Output, error output and exit code, with the errors of the user as `main` shows them."""
    outcome = CliRunner().invoke(greenict, [str(argument) for argument in arguments])
    if isinstance(outcome.exception, GreenictError):
        return "", f"greenict: {outcome.exception}", 2
    if outcome.exception is not None and not isinstance(outcome.exception, SystemExit):
        raise outcome.exception
    return outcome.stdout, outcome.stderr, outcome.exit_code


@pytest.fixture
def inventory(tmp_path):
    path = tmp_path / "inventory.csv"
    path.write_text("item,quantity,country,year,site\nlaptop,10,FR,2023,A\nmonitor,5,KEN,2023,B\n")
    return path


@pytest.fixture
def torn(tmp_path):
    path = tmp_path / "torn.csv"
    path.write_text("item,quantity,country\nlaptop,10,FR\nlaptop,ten,FR\nlapto,3,FR\nmonitor,5,FR\n")
    return path


class TestAssess:
    def test_json_has_the_parts_of_the_contract(self, inventory):
        out, err, code = run("assess", inventory, "--by", "site", "--format", "json")
        data = json.loads(out)
        assert (code, err) == (0, "")
        assert list(data) == ["meta", "totals", "rows", "left_out", "warnings", "coverage"]
        assert set(data["totals"]["climate_change"]) == {"value", "unit", "p05", "p50", "p95"}
        assert {row["site"] for row in data["rows"]} == {"A", "B"}
        assert set(data["rows"][0]) == {"site", "category", "value", "unit", "p05", "p50", "p95"}

    def test_csv_has_the_rows(self, inventory):
        out, _, code = run("assess", inventory, "--by", "item", "--format", "csv", "--draws", "0")
        assert code == 0
        assert out.splitlines()[0] == "item,category,value,unit,p05,p50,p95"

    def test_table_says_what_it_rests_on(self, inventory):
        out, _, code = run("assess", inventory)
        assert code == 0
        assert [
            word for word in ("Totals", "By stage", "What it rests on", "Warnings") if word not in out
        ] == []

    def test_a_bad_row_stops_with_row_column_value_and_mend(self, torn, tmp_path):
        out, err, code = run("assess", torn, "--out", tmp_path / "result")
        assert (out, code) == ("", 2)
        assert "row 3, column quantity: 'ten' is no number" in err
        assert "row 4, column item: 'lapto' is in no factor set; did you mean laptop?" in err
        assert not (tmp_path / "result").exists()

    def test_keep_going_assesses_the_rest_and_says_so(self, torn):
        out, err, code = run("assess", torn, "--keep-going", "--format", "json")
        data = json.loads(out)
        assert code == 3
        assert [(row["row"], row["column"]) for row in data["left_out"]] == [(3, "quantity"), (4, "item")]
        assert data["meta"]["input"]["left_out"] == 2
        assert "2 of 4 rows were left out" in err

    def test_check_computes_nothing(self, torn):
        out, _, code = run("assess", torn, "--check", "--format", "json")
        data = json.loads(out)
        assert (code, data["bad_count"], data["rows"]) == (2, 2, 4)
        assert {item["item"] for item in data["items"]} == {"laptop", "monitor"}

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--profile", "l1411"], "unknown profile 'l1411'"),
            (["--factors", "no-such-set"], "unknown factor set 'no-such-set'"),
            (["--by", "street"], "by = 'street'"),
            (["surplus"], "unexpected argument 'surplus'"),
            (["--draws", "-1"], "-1 is not in the range"),
        ],
    )
    def test_usage_errors_end_with_2(self, inventory, arguments, says):
        _, err, code = run("assess", inventory, *arguments)
        assert code == 2
        assert says in err

    def test_several_sets_may_follow_one_option(self, inventory):
        out, _, code = run(
            "assess", inventory, "--factors", "ademe-france", "boavizta-pcf", "--format", "json"
        )
        sets = [entry["id"] for entry in json.loads(out)["meta"]["factor_sets"]]
        assert (code, sets) == (0, ["greenict-open", "ademe-france", "boavizta-pcf"])

    def test_sales_are_understood(self):
        out, _, code = run("assess", example_sales_path(), "--by", "year", "--format", "json", "--draws", "0")
        data = json.loads(out)
        assert (code, data["meta"]["table"]) == (0, "sales")
        assert {row["year"] for row in data["rows"]} == {str(year) for year in range(2001, 2023)}


class TestStocks:
    def test_json_has_the_shape_of_the_contract(self):
        out, _, code = run("stocks", example_sales_path(), "--format", "json")
        data = json.loads(out)
        assert code == 0
        assert list(data) == ["rows", "by_year"]
        assert list(data["rows"][0]) == ["country", "unu_key", "year", "sold", "in_use", "discarded", "unit"]
        assert list(data["by_year"][0]) == ["year", "sold", "in_use", "discarded", "unit"]

    def test_the_two_methods_differ_and_until_goes_on(self):
        data = {
            method: json.loads(
                run(
                    "stocks", example_sales_path(), "--method", method, "--until", "2030", "--format", "json"
                )[0]
            )["by_year"]
            for method in ("midpoint", "conserving")
        }
        assert data["midpoint"][-1]["year"] == 2030
        assert data["midpoint"][5]["discarded"] != data["conserving"][5]["discarded"]


class TestKeptResults:
    @pytest.fixture
    def kept(self, tmp_path):
        folder = tmp_path / "kept"
        run("assess", example_inventory_path(), "--by", "site", "--out", folder)
        return folder

    def test_explain_gives_the_figure_of_the_row(self, kept):
        out, _, code = run(
            "explain", kept, "--figure", "site=Cairo office,category=e_waste", "--format", "json"
        )
        rows, _, _ = run("assess", example_inventory_path(), "--by", "site", "--format", "json")
        row = next(
            row
            for row in json.loads(rows)["rows"]
            if (row["site"], row["category"]) == ("Cairo office", "e_waste")
        )
        assert code == 0
        assert json.loads(out)["value"] == pytest.approx(row["value"], rel=1e-12)

    def test_explain_names_the_lines(self, kept):
        out, _, code = run("explain", kept, "--lines", example_inventory_path(), "--format", "json")
        assert code == 0
        assert len(json.loads(out)["largest_lines"]) == 20

    def test_explain_refuses_an_unknown_key(self, kept):
        _, err, code = run("explain", kept, "--figure", "street=x")
        assert (code, "figure = 'street'" in err) == (2, True)

    def test_compare_of_a_result_with_itself_is_nothing(self, kept):
        out, _, code = run("compare", kept, kept, "--format", "json")
        parts = [
            values[name]
            for values in json.loads(out)["categories"].values()
            for name in ("difference", "activity", "factors", "method", "coverage")
        ]
        assert (code, set(parts)) == (0, {0.0})

    @pytest.mark.parametrize("ending", ["html", "xlsx", "docx", "pdf", "csv", "json"])
    def test_report_writes_each_form(self, kept, tmp_path, ending):
        target = tmp_path / f"report.{ending}"
        _, _, code = run("report", kept, "--to", target)
        assert (code, target.stat().st_size > 500) == (0, True)

    def test_no_result_is_said(self, tmp_path):
        _, err, code = run("explain", tmp_path)
        assert (code, "is no result folder" in err) == (2, True)


class TestFactors:
    def test_list_shows_what_overrides_what(self):
        out, _, code = run("factors", "list", "--factors", "boavizta-pcf", "--format", "json")
        overrides = json.loads(out)["overrides"]
        assert code == 0
        expected = {
            "item": "laptop",
            "stage": "production",
            "category": "climate_change",
            "place": "WORLD",
            "by": "boavizta-pcf",
            "over": "greenict-open",
        }
        assert overrides.count(expected) == 1

    def test_show_says_how_a_factor_was_found(self):
        out, _, code = run(
            "factors", "show", "electricity", "--country", "KEN", "--year", "2100", "--format", "json"
        )
        assert code == 0
        assert any("stands in" in row["step"] for row in json.loads(out)["factors"])

    def test_check_accepts_what_ships(self):
        assert [run("factors", "check", name)[2] for name in ("greenict-open", "boavizta-pcf")] == [0, 0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    out, _, code = run(name, "--help")
    assert code == 0
    assert f"greenict {name}" in out
    assert "Example" in out


def test_a_mendable_error_is_one_message_and_exit_2(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("sys.argv", ["greenict", "assess", str(tmp_path / "none.csv")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith("there is no such file; check the path\n")
