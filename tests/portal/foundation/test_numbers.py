from __future__ import annotations

import pytest
from django.utils import translation

from greenict_portal.foundation import numbers

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", 1234567.891, "1,234,568"),
        ("fr", 1234567.891, "1\u202f234\u202f568"),
        ("ar", 1234567.891, "1,234,568"),
        ("en", 0.012345, "0.0123"),
        ("fr", 0.012345, "0,0123"),
        ("en", 0, "0"),
        ("en", None, "–"),
        ("en", float("nan"), "–"),
        ("en", 12.0, "12"),
        ("en", 1.5e-9, "1.5E-9"),
    ],
)
def test_a_number_is_written_as_its_language_does(language: str, value: float | None, said: str):
    with translation.override(language):
        assert numbers.number(value) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1_452_029.6, "kg CO2e", f"1.45{NBSP}kt CO₂e"),
        (950.0, "kg CO2e", f"950{NBSP}kg CO₂e"),
        (-2_000.0, "kg", f"-2{NBSP}t"),
        (0.0, "kWh", f"0{NBSP}kWh"),
        (0.5, "kg CO2e", f"500{NBSP}g CO₂e"),
        (3.0, "points", f"3{NBSP}points"),
        (170.0, "kg CO2e/piece", f"170{NBSP}kg CO₂e/piece"),
        (None, "kWh", f"–{NBSP}kWh"),
    ],
)
def test_a_quantity_takes_the_unit_in_which_it_reads_best(value: float | None, unit: str, said: str):
    assert numbers.quantity(value, unit) == said


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", 0.5, "50%"),
        ("fr", 0.5, f"50{NBSP}%"),
        ("fr", 0.034, f"3,4{NBSP}%"),
        ("en", 0.034, "3.4%"),
        ("en", 0.0001, "< 0.1%"),
        ("en", 0.0, "0%"),
        ("en", None, "–"),
    ],
)
def test_a_share_that_is_there_is_never_nought(language: str, value: float | None, said: str):
    with translation.override(language):
        assert numbers.share(value) == said


def test_a_number_keeps_its_unit_and_its_direction():
    assert numbers.figure(1500.0, "kg") == (
        '<bdi dir="ltr" class="number">1.5\N{NO-BREAK SPACE}<span class="unit">t</span></bdi>'
    )


def test_a_unit_from_a_factor_set_is_escaped():
    assert numbers.figure(1.0, "<b>") == (
        '<bdi dir="ltr" class="number">1\N{NO-BREAK SPACE}<span class="unit">&lt;b&gt;</span></bdi>'
    )


@pytest.mark.parametrize(
    ("language", "unit", "said", "direction"),
    [
        ("en", "piece", "pieces", "ltr"),
        ("fr", "pieces made", "pièces fabriquées", "ltr"),
        ("ar", "pieces in use", "قطعة مستعملة", "rtl"),
        ("ar", "piece x years", "قطعة × سنة", "rtl"),
        ("fr", "kg CO2e/piece", "kg CO₂e/pièce", "ltr"),
        ("ar", "kWh/piece/year", "kWh\N{LEFT-TO-RIGHT MARK}/قطعة\N{LEFT-TO-RIGHT MARK}/سنة", "ltr"),
    ],
)
def test_a_unit_that_is_a_word_speaks_the_language_of_the_page(
    language: str, unit: str, said: str, direction: str
):
    with translation.override(language):
        assert numbers.figure(2, unit) == (
            f'<bdi dir="{direction}" class="number">2{NBSP}<span class="unit">{said}</span></bdi>'
        )
