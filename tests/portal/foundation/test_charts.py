from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree as ET

from greenict_portal.foundation import charts
from greenict_portal.foundation.charts import Bar, Line

ROWS = [Bar("Use", 80.0, 60.0, 100.0), Bar("End of life", -20.0, -30.0, -10.0)]


def _rects(svg: str) -> list[tuple[str, str, str]]:
    return [
        (rect.get("class", ""), rect.get("x", ""), rect.get("width", ""))
        for rect in ET.fromstring(svg).iter("rect")  # noqa: S314
    ]


def test_bars_begin_at_nought_and_a_credit_goes_the_other_way():
    assert _rects(charts.bars(ROWS, "kg", "Stages")) == [
        ("b", "23.08%", "61.54%"),
        ("w", "69.23%", "30.77%"),
        ("b neg", "7.69%", "15.38%"),
        ("w", "0.00%", "15.38%"),
    ]


def test_bars_are_mirrored_for_arabic():
    assert _rects(charts.bars(ROWS, "kg", "Stages", rtl=True)) == [
        ("b", "15.38%", "61.54%"),
        ("w", "0.00%", "30.77%"),
        ("b neg", "76.92%", "15.38%"),
        ("w", "84.62%", "15.38%"),
    ]


def test_parts_fill_the_whole_and_what_is_below_nought_is_no_part():
    assert _rects(charts.parts([Bar("a", 1.0), Bar("b", 3.0), Bar("c", -1.0)], "Parts")) == [
        ("t0", "0.00%", "25.00%"),
        ("t1", "25.00%", "75.00%"),
        ("t2", "100.00%", "0.00%"),
    ]


def test_lines_reach_from_the_first_year_to_the_last():
    drawn = charts.lines([Line("In use", {2001: 0.0, 2002: 5.0, 2003: 10.0})], "t", "Stock")
    paths = [path.get("d") for path in ET.fromstring(drawn).iter("path")]  # noqa: S314
    assert paths[-1] == "M0.00 100.00L50.00 50.00L100.00 0.00"


def test_layers_lie_one_on_the_other():
    series = [Line("a", {2001: 1.0, 2002: 1.0}), Line("b", {2001: 1.0, 2002: 3.0})]
    drawn = charts.lines(series, "t", "Layers", stacked=True)
    paths = [path.get("d") for path in ET.fromstring(drawn).iter("path")]  # noqa: S314
    assert paths[-2:] == [
        "M0.00 75.00L100.00 75.00L100.00 100.00L0.00 100.00Z",
        "M0.00 50.00L100.00 0.00L100.00 75.00L0.00 75.00Z",
    ]


def test_names_at_the_ends_of_lines_never_touch():
    series = [Line(name, {2001: 1.0, 2002: 10.0 + at / 100}) for at, name in enumerate("abcd")]
    drawn = charts.lines(series, "t", "Close")
    places = sorted(int(y) for y in re.findall(r'y="(-?\d+)" class="n"', drawn))
    assert len(places) == 4
    assert min(after - before for before, after in itertools.pairwise(places)) >= charts.LABEL_GAP - 1


def test_one_year_is_no_chart_and_nothing_is_no_chart():
    assert charts.lines([Line("a", {2001: 1.0})], "t", "One") == ""
    assert charts.bars([], "t", "None") == ""


def test_what_people_wrote_is_escaped():
    drawn = charts.bars([Bar("<script>", 1.0)], "t", '"><script>')
    assert "<script" not in drawn
    assert ET.fromstring(drawn).get("aria-label") == '"><script>'  # noqa: S314
