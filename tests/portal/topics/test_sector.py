from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest

from greenict.methods.avoided import part_of_total_percent
from greenict.methods.facts import fact_rows
from greenict_portal.topics import names, queries, sector_pages
from greenict_portal.topics.spread_chart import Span, spread_chart


def test_every_published_figure_is_on_the_page_and_in_the_downloads(client):
    rows = fact_rows("ict_sector.csv")
    text = client.get("/en/sector/download/csv").content.decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    assert len(table) == len(rows)
    assert json.loads(client.get("/fr/sector/download/json").content) == [
        {**row, "value": float(row["value"])} for row in table
    ]
    page = queries.sector()
    shown = [row["point"] for part in page["series"] for row in part["rows"]]
    shown += [row["point"] for row in (*page["shares"], *page["parts"])]
    assert len(set(shown)) == len(shown)
    whole = {(each.study, each.metric) for each in queries.sector_points()} - {
        (each.study, each.metric) for each in shown
    }
    assert whole == {
        ("Malmodin et al. 2024", "share of global electricity"),
        ("Malmodin et al. 2024", "embodied share of life-cycle GHG"),
    }


def test_a_series_carries_study_year_status_and_source():
    page = queries.sector()
    electricity = page["series"][0]
    assert [(row["point"].year, row["point"].value) for row in electricity["rows"]] == [
        ("2007", 710.0),
        ("2015", 805.0),
        ("2020", 915.0),
        ("2020 (revised)", 940.0),
        ("2023", 1000.0),
    ]
    for part in page["series"]:
        for row in part["rows"]:
            point = row["point"]
            assert all((point.study, point.year, row["status"], point.source, point.licence))


def test_the_spread_of_a_year_is_from_the_lowest_to_the_highest():
    electricity, ghg = queries.sector()["series"]
    assert electricity["spread"] == [{"year": "2020", "low": 915.0, "high": 940.0, "count": 2}]
    assert ghg["spread"] == [{"year": "2020", "low": 763.0, "high": 1700.0, "count": 4}]


def test_the_share_is_a_range_and_the_computed_one_is_the_librarys():
    page = queries.sector()
    assert (page["share_low"], page["share_high"]) == pytest.approx((0.014, 0.039))
    total = 763 / 0.014
    assert sector_pages.implied_total_mt() == pytest.approx(total)
    shares = {row["point"].study: row["share"] for row in page["computed"]["rows"]}
    assert shares["Malmodin et al. 2024"] == pytest.approx(0.014)
    wanted = part_of_total_percent(part_ghg_t=1.7e9, total_ghg_t=total * 1e6) / 100
    assert page["computed"]["high"] == pytest.approx(wanted)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_each_chart_has_its_table(client, language: str):
    page = client.get(f"/{language}/sector/").content.decode()
    assert len(re.findall(r'<svg class="chart spread"[^>]*role="img" aria-label="[^"]+"', page)) == 3
    assert page.count("<table>") == 5
    assert "Freitag et al. 2021" in page


def test_every_word_of_the_table_is_known():
    points = queries.sector_points()
    assert {each.metric for each in points} - set(names.METRICS) == set()
    assert {each.segment for each in points} - set(names.SEGMENTS) == set()
    assert {each.status for each in points} - set(names.STATUSES) == set()


def test_another_kind_of_file_is_not_found(client):
    assert client.get("/en/sector/download/pdf").status_code == 404


def test_a_range_is_one_row_and_a_single_figure_is_a_dot():
    ghg = queries.sector()["series"][1]
    drawn = ET.fromstring(ghg["chart"])  # noqa: S314
    assert len(list(drawn.iter("circle"))) == 5
    assert [(bar.get("x"), bar.get("width")) for bar in drawn.iter("rect")] == [("58.82%", "41.18%")]
    words = [text.text for text in drawn.iter("text")]
    assert "1,000 – 1,700\N{NO-BREAK SPACE}Mt CO₂e" in words


def test_a_chart_is_mirrored_for_arabic():
    rows = [Span("<a>", 1, 1), Span("b", 1, 4)]
    drawn = spread_chart(rows, "TWh", "Title", rtl=True)
    tree = ET.fromstring(drawn)  # noqa: S314
    assert [dot.get("cx") for dot in tree.iter("circle")] == ["75.00%"]
    assert [(bar.get("x"), bar.get("width")) for bar in tree.iter("rect")] == [("0.00%", "75.00%")]
    assert "&lt;a&gt;" in drawn
    assert spread_chart([], "TWh", "Nothing") == ""
