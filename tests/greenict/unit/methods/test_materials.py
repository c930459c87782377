"""Collection, hazardous substances, shipments, materials, repair and circularity scores."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.constants import shipped_rows
from greenict.methods.hazardous import exemptions
from greenict.methods.repair import part_weights

SHARED = Path(__file__).parents[5] / "shared" / "data"


def value(method, **inputs):
    return find(method).compute(**inputs)


@pytest.mark.parametrize(("year", "target"), [(2016, 45), (2018, 45), (2019, 65), (2030, 65)])
def test_the_target_of_collection_by_year(year, target):
    assert value("collection_target_percent", collection_years=year) == target


@pytest.mark.parametrize(
    ("category", "recovered", "recycled", "verdict"),
    [
        ("1", 85, 80, "pass"),
        ("2", 80, 69, "fail: re-use and recycling 69 % of 70 %"),
        ("3", 80, 80, "pass"),
        ("4", 84, 79, "fail: recovery 84 % of 85 %; re-use and recycling 79 % of 80 %"),
        ("6", 75, 55, "pass"),
    ],
)
def test_targets_of_treatment(category, recovered, recycled, verdict):
    inputs = {"category": category, "treated_t": 100, "recovered_t": recovered, "recycled_t": recycled}
    assert value("treatment_target_verdict", **inputs) == verdict


def test_more_cannot_be_recycled_than_recovered_nor_recovered_than_treated():
    with pytest.raises(BadArgument, match="recycled_t"):
        value("treatment_target_verdict", category="1", treated_t=10, recovered_t=5, recycled_t=6)
    with pytest.raises(BadArgument, match="recovered_t"):
        value("treatment_target_verdict", category="1", treated_t=10, recovered_t=11, recycled_t=6)


def test_refrigerant_of_another_set():
    found = value(
        "waste_refrigerant_ghg_kg",
        gas="HFC32",
        discarded_pieces=200,
        charge_g_per_piece=500,
        recovered_share=0.25,
        gwp_set="AR5 GWP100",
    )
    assert found == pytest.approx(75 * 677)


ROHS = {"substance": "Pb", "exemption": "6(c)", "placed": "2026-05-01"}


@pytest.mark.parametrize(
    ("inputs", "verdict"),
    [
        ({"measured_percent": 0.1}, "pass (no exemption needed)"),
        ({"measured_percent": 4}, "pass (exemption 6(c) until 2027-06-30)"),
        ({"measured_percent": 4.1}, "fail (above the 4 % of exemption 6(c))"),
        (
            {"measured_percent": 4, "placed": "2027-06-30"},
            "pass (exemption 6(c) until 2027-06-30)",
        ),
        (
            {"measured_percent": 4, "placed": "2027-07-01"},
            "fail (exemption 6(c) expired on 2027-06-30)",
        ),
        (
            {"measured_percent": 4, "placed": "2027-07-01", "expiry": "2028-06-30"},
            "pass (exemption 6(c) until 2028-06-30)",
        ),
        ({"measured_percent": 1, "substance": "Cd"}, "fail (exemption 6(c) is for Pb)"),
        (
            {
                "measured_percent": 1,
                "exemption": "39(a)",
                "exemption_limit_percent": 2,
                "expiry": "2027-11-21",
            },
            "pass (exemption 39(a) until 2027-11-21)",
        ),
    ],
)
def test_a_rohs_exemption(inputs, verdict):
    assert value("rohs_exempted_verdict", **{**ROHS, **inputs}) == verdict


def test_an_exemption_that_does_not_ship_needs_its_limit_and_date():
    with pytest.raises(UnknownName, match="give exemption_limit_percent and expiry"):
        value("rohs_exempted_verdict", **{**ROHS, "measured_percent": 1, "exemption": "39(a)"})


def test_every_exemption_says_where_it_comes_from():
    assert all(
        row["source"] and row["licence"] and row["status"] for row in shipped_rows("rohs_exemptions.csv")
    )
    assert all(one.expires > date(2026, 1, 1) for one in exemptions().values())


def test_a_product_by_its_materials():
    verdict = "rohs_product_verdict"
    assert value(verdict, material_percent={"solder: Pb": 0.1, "alloy: Cd": 0.01}) == "pass"
    found = value(verdict, material_percent={"solder: Pb": 0.2, "case: lid: PBB": 0.5, "alloy: Cd": 0.01})
    assert found == "fail: solder (Pb 0.2 %), case: lid (PBB 0.5 %)"
    with pytest.raises(BadArgument, match="write material and substance"):
        value(verdict, material_percent={"Pb": 0.2})
    with pytest.raises(UnknownName, match="Xx"):
        value(verdict, material_percent={"solder: Xx": 0.2})


@pytest.mark.parametrize(("percent", "verdict"), [(0.1, "pass"), (0.1001, "declare")])
def test_candidate_list(percent, verdict):
    assert value("svhc_verdict", measured_percent=percent) == verdict


@pytest.mark.parametrize(
    ("substance", "percent", "placed", "verdict"),
    [
        ("Hg", 0.0005, None, "pass"),
        ("Hg", 0.0006, None, "fail"),
        ("Cd", 0.002, None, "pass"),
        ("Cd", 0.0021, "2010-01-01", "fail"),
        ("Pb", 0.02, "2024-08-17", "pass"),
        ("Pb", 0.02, "2024-08-18", "fail"),
    ],
)
def test_batteries(substance, percent, placed, verdict):
    assert value("battery_verdict", substance=substance, measured_percent=percent, placed=placed) == verdict


@pytest.mark.parametrize(
    ("hazardous", "day", "exporter", "importer", "verdict"),
    [
        ("no", "2024-12-31", "no", "no", "no consent: B1110 (Annex IX, no PIC)"),
        ("no", "2025-01-01", "yes", "no", "prior informed consent: Y49 (Annex II, PIC)"),
        ("yes", "2024-12-31", "no", "no", "prior informed consent: A1180 (Annex VIII, PIC)"),
        ("yes", "2025-01-01", "no", "no", "prior informed consent: A1181 (Annex VIII, PIC)"),
        ("yes", "2025-01-01", "yes", "no", "prohibited (Ban Amendment): A1181"),
        ("yes", "2025-01-01", "yes", "yes", "prior informed consent: A1181 (Annex VIII, PIC)"),
        ("yes", "2019-12-04", "yes", "no", "prior informed consent: A1180 (Annex VIII, PIC)"),
        ("yes", "2019-12-05", "yes", "no", "prohibited (Ban Amendment): A1180"),
    ],
)
def test_consent_to_a_shipment(hazardous, day, exporter, importer, verdict):
    found = value(
        "basel_consent_verdict",
        hazardous=hazardous,
        shipment=day,
        exporter_annex7=exporter,
        importer_annex7=importer,
    )
    assert found == verdict


def test_concentration_in_a_material():
    assert value("homogeneous_material_percent", substance_mass_mg=80, material_mass_g=8) == pytest.approx(1)
    with pytest.raises(BadArgument, match="at most the mass"):
        value("homogeneous_material_percent", substance_mass_mg=9000, material_mass_g=8)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared facts are not beside the project")
def test_the_contents_of_devices_are_the_shared_ones():
    with (SHARED / "device_material_content.csv").open(encoding="utf-8", newline="") as file:
        shared = [
            (row["device"], row["material"], float(row["grams_per_device"])) for row in csv.DictReader(file)
        ]
    shipped = shipped_rows("device_materials.csv")
    assert shared == [(row["device"], row["material"], float(row["content_g_per_piece"])) for row in shipped]
    assert {row["status"] for row in shipped} == {"V", "B-med", "B-low"}


def test_each_link_of_the_recovery_chain_counts():
    found = value(
        "recovered_from_device_kg",
        device="smartphone",
        material="palladium",
        discarded_pieces=2e6,
        collected_share=0.5,
        pretreatment_share=0.4,
        metallurgical_share=0.9,
    )
    assert found == pytest.approx(2e6 * 0.011 / 1000 * 0.18)
    with pytest.raises(UnknownName, match="smartphone has cobalt"):
        value("device_material_g_per_piece", device="smartphone", material="uranium")
    with pytest.raises(UnknownName, match="choose one of smartphone"):
        value("device_composition_g_per_piece", device="fridge")


def test_recoverability_is_recyclability_and_energy():
    parts = {"part_mass_g": [50, 50], "part_recycling_share": [0.8, 0.2]}
    recyclable = value("recyclability_share", **parts)
    assert value("recoverability_share", **parts, part_energy_share=[0, 0]) == recyclable == 0.5
    assert value("recoverability_share", **parts, part_energy_share=[0.1, 0.5]) == pytest.approx(0.8)
    with pytest.raises(BadArgument, match="part_energy_share"):
        value("recoverability_share", **parts, part_energy_share=[0.3, 0])


def test_recycled_content_of_parts_and_product_agree():
    of_parts = value(
        "recycled_content_of_parts_share", part_mass_g=[120, 40], part_recycled_share=[0.25, 0.5]
    )
    assert of_parts == value("recycled_content_share", recycled_mass_g=50, product_mass_g=160)


def test_the_weights_of_the_parts_add_up_to_one():
    assert sum(part_weights().values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("steps", "score"), [(0, 5), (2, 5), (3, 4), (5, 4), (6, 3), (10, 3), (11, 2), (15, 2), (16, 1)]
)
def test_depth_of_disassembly(steps, score):
    found = value("eu_disassembly_depth_score", part_steps=dict.fromkeys(part_weights(), steps))
    assert found == pytest.approx(score)


def test_all_parts_are_needed_and_no_other():
    scores = dict.fromkeys(part_weights(), 3)
    assert value("eu_parts_score", part_score=scores) == pytest.approx(3)
    with pytest.raises(UnknownName, match="hinge"):
        value("eu_parts_score", part_score={**scores, "hinge": 3})
    del scores["speaker"]
    with pytest.raises(BadArgument, match="missing parts too: speaker"):
        value("eu_parts_score", part_score=scores)


@pytest.mark.parametrize(
    ("score", "colour"),
    [
        (10, "dark green"),
        (7.95, "dark green"),
        (7.94, "light green"),
        (5.9, "yellow"),
        (2, "orange"),
        (1.9, "red"),
    ],
)
def test_french_colours(score, colour):
    assert value("fr_repairability_class", repairability_score=score) == colour


def test_circularity_by_a_supplied_matrix():
    inputs = {
        "relevance_score": {"a": 3, "b": 1, "c": 0},
        "improvement_score": {"a": 1, "b": 2, "c": 2},
        "matrix_percent": {"3, 1": 90, "1,2": 30},
    }
    assert value("circularity_aspect_percent", **inputs) == 60
    with pytest.raises(BadArgument, match="the pair '1,2' of b is missing"):
        value("circularity_aspect_percent", **{**inputs, "matrix_percent": {"3,1": 90}})
    with pytest.raises(BadArgument, match="no indicator applies"):
        value("circularity_aspect_percent", **{**inputs, "relevance_score": {"a": 0, "b": 0, "c": 0}})
    with pytest.raises(BadArgument, match="same things"):
        value("circularity_aspect_percent", **{**inputs, "improvement_score": {"a": 1}})
    with pytest.raises(BadArgument, match="add up to 1"):
        value(
            "circularity_single_percent",
            aspect_percent={"a": 50, "b": 60},
            aspect_weight_share={"a": 0.5, "b": 0.4},
        )


def test_the_formulas_hold_the_facts_of_the_shipped_table():
    facts = {(row["kind"], row["key"]): float(row["value"]) for row in shipped_rows("eu_repairability.csv")}
    names = {
        "disassembly_depth": "disassembly_score",
        "fasteners": "fasteners_score",
        "tools": "tools_score",
        "spare_parts": "spare_parts_score",
        "software_updates": "software_score",
        "repair_information": "information_score",
    }
    ones = dict.fromkeys(names.values(), 1)
    lowest = value("eu_repairability_score", **ones)
    for parameter, argument in names.items():
        raised = value("eu_repairability_score", **{**ones, argument: 2})
        assert raised - lowest == pytest.approx(facts["parameter_weight", parameter])
    for letter in "ABCDE":
        bound = facts["class_lower_bound", letter]
        assert value("eu_repairability_class", repairability_score=bound) == letter
    steps = {"<=2 steps": 2, "3-5 steps": 5, "6-10 steps": 10, "11-15 steps": 15, ">15 steps": 16}
    for key, most in steps.items():
        found = value("eu_disassembly_depth_score", part_steps=dict.fromkeys(part_weights(), most))
        assert found == pytest.approx(facts["disassembly_depth_score", key])
