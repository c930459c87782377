"""Numbers as people read them."""

from __future__ import annotations

import pytest

from greenict.report.numbers import Quantity, Scale, number, percent, scale, shown, shown_range


@pytest.mark.parametrize(
    ("total", "unit", "text", "spread"),
    [
        (Quantity(299_462.25, "kg CO2e", 276_511.7, 307_242.6, 348_258.5), "t CO2e", "299", "277 – 348"),
        (
            Quantity(1_321_116.1, "kWh", 1_267_570.2, 1_324_760.0, 1_401_478.4),
            "MWh",
            "1,320",
            "1,270 – 1,400",
        ),
        (
            Quantity(440_576_208_412.4, "kg CO2e", 371_550_666_808.0, 465e9, 640_123_444_867.9),
            "Mt CO2e",
            "440",
            "370 – 640",
        ),
        (Quantity(7.948, "kg Sb-e", 5.336, 8.0, 12.344), "kg Sb-e", "7.9", "5.3 – 12.3"),
        (Quantity(16_729_800_073.9, "kg", 16_729_800_073.9, 0, 16_729_800_073.9), "kt", "16,730", ""),
        (Quantity(99_999.0, "kg"), "kg", "100,000", ""),
        (Quantity(0.0, "MJ"), "MJ", "0", ""),
        (Quantity(None, "MJ"), "MJ", "", ""),
        (Quantity(3.2e-9, "kg Sb-e"), "kg Sb-e", "3.2 × 10⁻⁹", ""),
        (Quantity(-1500.0, "kg", -1600.0, -1500.0, -1400.0), "kg", "−1,500", "−1,600 – −1,400"),
        (Quantity(5.0, "parsec"), "parsec", "5.00", ""),
    ],
)
def test_a_total(total: Quantity, unit: str, text: str, spread: str) -> None:
    how = scale(total)
    assert (how.unit, shown(total.value, how), shown_range(total, how)) == (unit, text, spread)


def test_a_small_part_never_reads_as_nothing() -> None:
    how = Scale("t CO2e", 1000.0, 0)
    assert [shown(value, how) for value in (61_234.0, 9_876.0, 12.3, 0.0)] == ["61", "9.9", "0.012", "0"]


def test_languages_separate_in_their_way() -> None:
    how = Scale("kg", 1.0, 1)
    assert [shown(12_345.67, how, language) for language in ("en", "fr", "ar")] == [
        "12,345.7",
        "12\u202f345,7",
        "12,345.7",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1044.259029, "1,044"),
        (0.08522, "0.08522"),
        (170.0, "170"),
        (2.5e-6, "2.5 × 10⁻⁶"),
        (0.5, "0.5"),
        (None, ""),
        (0, "0"),
    ],
)
def test_any_number(value: float | None, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, ""),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.0527, "5.3 %"),
        (0.2244, "22 %"),
        (0.0004, "< 0.1 %"),
        (0.0998, "10 %"),
    ],
)
def test_shares(share: float | None, text: str) -> None:
    assert percent(share).replace("\u202f", " ") == text
