"""The product passport: its schema, what breaks it, and how complete it is."""

from __future__ import annotations

import copy
import json

import pytest

from greenict.errors import BadArgument
from greenict.methods.catalogue import find
from greenict.methods.passport import build_passport, completeness, passport_schema, problems

WHOLE = {
    "schema_version": "1",
    "product": {
        "identifier": "00012345600012",
        "name": "Phone",
        "model": "P1",
        "manufacturer": "Maker",
        "country_of_production": "KEN",
        "produced_on": "2026-01-10",
        "unu_key": "0306",
        "mass_g": 160,
    },
    "materials": [
        {"name": "aluminium", "mass_g": 22, "recycled_share": 0.5, "critical": False},
        {"name": "cobalt", "mass_g": 5.4, "recycled_share": 0.1, "critical": True},
    ],
    "substances": [],
    "climate": {
        "total_ghg_kg": 60,
        "stages_ghg_kg": {"raw_materials": 10, "production": 40, "use": 9.9, "end_of_life": 0.1},
        "method": "ITU-T L.1410",
        "functional_unit": "one phone over its life",
        "lifetime_years": 4,
    },
    "durability": {"expected_lifetime_years": 4, "warranty_years": 2, "software_support_years": 7},
    "repair": {"eu_score": 4, "eu_class": "A", "fr_score": 8.1, "spare_parts_years": 7, "manual": "on paper"},
    "end_of_life": {
        "recycled_content_share": 0.2,
        "recyclability_share": 0.6,
        "recoverability_share": 0.9,
        "circularity_percent": 55,
        "instructions": "take the battery out first",
    },
    "evidence": {"issuer": "Maker", "issued_on": "2026-01-15", "sources": ["test report 7"]},
}


def changed(path, value):
    passport = copy.deepcopy(WHOLE)
    *way, last = path
    place = passport
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return passport


def test_a_whole_passport_keeps_the_schema_and_is_complete():
    assert problems(WHOLE) == []
    filled, fields = completeness(WHOLE)
    assert filled == fields
    text = json.dumps(WHOLE)
    assert find("passport_verdict").compute(passport=text) == "pass"
    assert find("passport_filled_percent").compute(passport=text) == 100


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (["product"], None, "product: missing; give it"),
        (["product", "mass_g"], None, "product.mass_g: missing; give it"),
        (["product", "mass_g"], 0, "product.mass_g: give more than 0"),
        (["product", "mass_g"], "160", "product.mass_g: give a number"),
        (["product", "mass_g"], True, "product.mass_g: give a number"),
        (["product", "mass_g"], float("nan"), "product.mass_g: give a finite number"),
        (["product", "name"], "", "product.name: empty; give a text or leave it out"),
        (["product", "unu_key"], "306", "product.unu_key: write it as ^[0-9]{4}$"),
        (["product", "colour"], "red", "product.colour: no such field; the fields are identifier, name"),
        (["product", "produced_on"], "2026-02-30", "product.produced_on: give a date as year-month-day"),
        (["product", "produced_on"], "20260110", "product.produced_on: give a date as year-month-day"),
        (["materials"], [], "materials: give 1 or more, or leave it out"),
        (["materials", 1, "recycled_share"], 1.2, "materials[1].recycled_share: give at most 1"),
        (["materials", 1, "critical"], 1, "materials[1].critical: give a boolean"),
        (["materials", 0, "mass_g"], 200, "materials: they weigh 205.4 g together, the product 160 g"),
        (["substances"], {}, "substances: give an array"),
        (["repair", "eu_class"], "F", "repair.eu_class: give one of A, B, C, D, E"),
        (["climate", "total_ghg_kg"], 61, "climate.total_ghg_kg: the stages add up to 60"),
        (
            ["end_of_life", "recoverability_share"],
            0.5,
            "end_of_life.recoverability_share: give recyclability",
        ),
        (["schema_version"], "2", "schema_version: give one of 1"),
    ],
)
def test_what_breaks_a_passport_is_named(path, value, problem):
    passport = changed(path, value)
    (found,) = problems(passport)
    assert found.startswith(problem)
    with pytest.raises(BadArgument, match="mend it first"):
        find("passport_filled_percent").compute(passport=json.dumps(passport))


@pytest.mark.parametrize("no_object", [[], "text", 3, None, True])
def test_what_is_no_object_is_no_passport(no_object):
    assert problems(no_object) == ["passport: give an object"]


def test_text_that_is_no_json_is_refused():
    with pytest.raises(BadArgument, match="as JSON"):
        find("passport_verdict").compute(passport="{product}")


def test_the_builder_adds_the_version_leaves_out_unknowns_and_names_the_field():
    parts = {name: part for name, part in WHOLE.items() if name != "schema_version"}
    assert build_passport(**parts) == WHOLE
    assert "repair" not in build_passport(**{**parts, "repair": None})
    with pytest.raises(BadArgument, match=r"materials\[0\].mass_g = -1: give 0 or more"):
        build_passport(**{**parts, "materials": [{"name": "gold", "mass_g": -1}]})
    with pytest.raises(BadArgument, match=r"product = None: missing; give it \(1 more\)"):
        build_passport()


def test_an_unknown_lowers_completeness_by_one_field():
    filled, fields = completeness(WHOLE)
    assert completeness(changed(["repair", "manual"], None)) == (filled - 1, fields)
    assert completeness(changed(["materials", 1, "critical"], None)) == (filled - 1, fields)
    assert completeness(changed(["substances"], None)) == (filled - 6, fields)


def test_the_schema_uses_only_what_is_read_here():
    known = {
        *("$schema", "$id", "title", "description", "type", "additionalProperties", "required", "properties"),
        *("items", "minItems", "minLength", "enum", "pattern", "format"),
        *("minimum", "maximum", "exclusiveMinimum"),
    }

    def check(schema):
        assert set(schema) <= known
        for part in schema.get("properties", {}).values():
            check(part)
        if "items" in schema:
            check(schema["items"])
        if schema["type"] == "object":
            assert schema["additionalProperties"] is False
            assert set(schema["required"]) <= set(schema["properties"])

    check(passport_schema())
