"""The sector from its parts, and the published totals."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.published import published_totals

WORLD = {
    "installed_pieces": {"phone": 4e9, "laptop": 1e9},
    "device_energy_kwh_per_year": {"phone": 5, "laptop": 30},
    "sold_pieces": {"phone": 1e9, "laptop": 2e8},
    "embodied_ghg_kg_per_piece": {"phone": 60, "laptop": 200},
    "grid_ghg_kg_per_kwh": 0.5,
    "networks_reported_ghg_mt": 120,
    "networks_coverage_share": 0.8,
    "data_centres_reported_ghg_mt": 55,
    "data_centres_coverage_share": 0.55,
    "overhead_ghg_mt": 9,
}


def of(name, **inputs):
    return find(name).compute(**inputs)


def test_the_parts_of_the_sector_by_hand_and_in_all():
    parts = {
        part: of("sector_ghg_mt", **WORLD, part=part)
        for part in ("device use", "device production", "networks", "data centres", "overhead")
    }
    assert parts == pytest.approx(
        {
            "device use": 25,
            "device production": 100,
            "networks": 150,
            "data centres": 100,
            "overhead": 9,
        }
    )
    assert of("sector_ghg_mt", **WORLD) == pytest.approx(sum(parts.values()))


def test_no_coverage_and_odd_devices_are_refused():
    with pytest.raises(BadArgument, match="networks_coverage_share"):
        of("sector_ghg_mt", **{**WORLD, "networks_coverage_share": 0})
    with pytest.raises(BadArgument, match="laptop"):
        of("sector_ghg_mt", **{**WORLD, "sold_pieces": {"phone": 1e9}})


def test_a_sector_beyond_the_world_is_refused():
    with pytest.raises(BadArgument, match="sector_ghg_mt"):
        of("sector_share_percent", sector_ghg_mt=2, world_ghg_mt=1)


def test_every_published_row_can_be_asked_for():
    fields = ("study", "year", "segment", "metric")
    for row in published_totals():
        sentence = of("published_total_statement", **{field: row[field] for field in fields})
        assert row["value"] in sentence
        assert row["source"] in sentence
    keys = [tuple(row[field] for field in fields) for row in published_totals()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", ["published_energy_twh", "published_ghg_mt"])
def test_the_choices_are_those_of_the_table(name):
    method = find(name)
    unit = {"published_energy_twh": "TWh", "published_ghg_mt": "Mt CO2e"}[name]
    rows = [
        row for row in published_totals() if row["unit"] == unit and not row["metric"].startswith("of which")
    ]
    for argument in method.arguments[:3]:
        assert set(argument.choices) == {row[argument.name] for row in rows}
    for row in rows:
        inputs = {"study": row["study"], "year": row["year"], "segment": row["segment"]}
        if name == "published_ghg_mt":
            inputs["metric"] = row["metric"]
        assert method.compute(**inputs) == float(row["value"])


def test_a_figure_that_a_study_lacks_is_refused_with_those_it_has():
    with pytest.raises(UnknownName, match="2024, data centres"):
        of("published_energy_twh", study="IEA Energy and AI", year="2020", segment="networks")


def test_the_range_of_the_share_of_the_world():
    assert of("published_world_share_percent", edge="lowest", rows="verified") == 1.4
    assert of("published_world_share_percent", edge="highest", rows="verified") == 3.9


def test_every_row_has_a_source_a_status_and_a_licence():
    for row in published_totals():
        assert row["source"]
        assert row["licence"]
        assert row["status"] in {"V", "D", "B-high", "B-med"}
