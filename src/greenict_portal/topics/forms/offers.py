"""The offers of a tender, with its terms and criteria."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.foundation import numbers
from greenict_portal.topics import names, queries
from greenict_portal.topics.forms.rows import DEFAULT_YEARS, LARGEST, RowsForm
from greenict_portal.topics.offer_pages import AXES, Axis, Judging, Tender, offer

MOST_MONEY = 1e9
SMALLEST_GAP = 5e-5
TERMS = {"country": "WORLD", "years": str(DEFAULT_YEARS), "currency": "USD", "tariff": "0.2", "discount": "0"}
WEIGHTS = {
    "weight_repairability": "40",
    "worst_repairability": "0",
    "best_repairability": "10",
    "weight_recycled": "20",
    "worst_recycled": "0",
    "best_recycled": "100",
    "weight_substances": "20",
    "weight_label": "20",
}


def offers_filled(asked: dict[str, str]) -> dict[str, str]:
    """What was asked, with the usual terms where it is silent; usual weights only where it has none at all."""
    weights = {} if any(name.startswith("weight_") for name in asked) else WEIGHTS
    newest = str(queries.grid_years()[0])
    return {**TERMS, "year": newest, **weights, **asked}


class OfferForm(RowsForm):
    """Up to five offers, what holds for all of them, and what earns points."""

    country = forms.ChoiceField(label=lazy("Country of use"))
    year = forms.TypedChoiceField(label=lazy("Year of the grid"), coerce=int)
    years = forms.IntegerField(label=lazy("Years of service compared"), min_value=1, max_value=30)
    currency = forms.CharField(
        label=lazy("Currency, three letters"),
        validators=[
            RegexValidator(r"\A[A-Za-z]{3}\Z", lazy("Give the three letters of a currency, as in EUR."))
        ],
    )
    tariff = forms.FloatField(label=lazy("Price of electricity, a kWh"), min_value=0, max_value=LARGEST)
    discount = forms.FloatField(label=lazy("Discount rate, per cent a year"), min_value=0, max_value=100)
    carbon = forms.FloatField(
        label=lazy("Price of a tonne of CO₂e (may stay empty)"),
        min_value=0,
        max_value=LARGEST,
        required=False,
    )
    numbers = (1, 2, 3, 4, 5)
    parts = ("price", "pieces", "life", "energy", "made", "mass")
    optional = ("upkeep", "end", *(axis.name for axis in AXES if axis.asked))
    twice = lazy("“%(name)s” is there twice. Give each offer a name of its own.")

    def __init__(self, *arguments: Any, language: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.choose("country", queries.countries(language))
        self.choose("year", [(str(year), str(year)) for year in queries.grid_years()])
        for axis in AXES:
            self._add_axis(axis)
        for number in self.numbers:
            self._add_offer(number)

    def _add_axis(self, axis: Axis) -> None:
        self.fields[f"weight_{axis.name}"] = forms.FloatField(
            label=_("Weight, per cent"), min_value=0, max_value=100, required=False
        )
        if axis.yes_no:
            self.fields[f"must_{axis.name}"] = _yes_no(_("Is it a must?"))
            return
        most = axis.most or MOST_MONEY
        at_most, at_least = _("Must: at most (may stay empty)"), _("Must: at least (may stay empty)")
        for part, label in (
            ("worst", _("Earns 0 points")),
            ("best", _("Earns 100 points")),
            ("must", at_most if axis.less_is_better else at_least),
        ):
            self.fields[f"{part}_{axis.name}"] = forms.FloatField(
                label=label, min_value=0, max_value=most, required=False
            )

    def _add_offer(self, number: int) -> None:
        self.add_row(
            number,
            {
                "price": _("Price of a piece"),
                "pieces": _("Pieces"),
                "life": _("Lifetime, years"),
                "energy": _("Electricity of a piece, kWh a year"),
                "made": _("Manufacture and end of life of a piece, kg CO₂e"),
                "mass": _("Mass of a piece, kg"),
                "upkeep": _("Upkeep of all pieces a year (empty: none)"),
                "end": _("Cost at the end of all pieces, below 0 for a resale (empty: none)"),
            },
        )
        self.fields[f"price{number}"] = _money(_("Price of a piece"), 0)
        self.fields[f"upkeep{number}"] = _money(_("Upkeep of all pieces a year (empty: none)"), 0)
        self.fields[f"end{number}"] = _money(
            _("Cost at the end of all pieces, below 0 for a resale (empty: none)"), -MOST_MONEY
        )
        for axis in AXES:
            if axis.yes_no:
                self.fields[f"{axis.name}{number}"] = _yes_no(names.criterion(axis.name))
            elif axis.asked:
                unit = f", {axis.unit}" if axis.unit else ""
                self.fields[f"{axis.name}{number}"] = forms.FloatField(
                    label=names.criterion(axis.name) + unit, min_value=0, max_value=axis.most, required=False
                )

    def axes(self) -> list[dict[str, Any]]:
        """The fields criterion by criterion, as the page lays them out."""
        parts = ("weight", "worst", "best", "must")
        return [
            {
                "name": axis.name,
                "words": names.criterion(axis.name),
                "unit": numbers.scale_for(None, axis.unit).unit,
                "is_money": axis.name == "cost",
                "fields": [
                    self[f"{part}_{axis.name}"] for part in parts if f"{part}_{axis.name}" in self.fields
                ],
            }
            for axis in AXES
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse weights that do not add up, and ends that stand the wrong way round."""
        given = super().clean()
        if not any(self._begun(number) for number in self.numbers):
            return given
        for axis in AXES:
            self._check_axis(axis, given)
        weights = [f"weight_{axis.name}" for axis in AXES]
        total = sum(given.get(field) or 0.0 for field in weights)
        if not any(field in self.errors for field in weights) and abs(total - 100) > SMALLEST_GAP:
            said = {"total": numbers.number(total, 6)}
            self.add_error(
                weights[0],
                _("The weights add up to %(total)s; they must add up to 100 over all criteria.") % said,
            )
        return given

    def _check_axis(self, axis: Axis, given: dict[str, Any]) -> None:
        fields = (f"worst_{axis.name}", f"best_{axis.name}")
        if (
            axis.yes_no
            or not given.get(f"weight_{axis.name}")
            or any(field in self.errors for field in fields)
        ):
            return
        worst, best = (given.get(field) for field in fields)
        for field, end in zip(fields, (worst, best), strict=True):
            if end is None:
                self.add_error(field, _("A criterion with a weight needs this amount. Fill it in."))
        if worst is None or best is None:
            return
        if axis.less_is_better and best >= worst:
            self.add_error(fields[1], _("Less is better here. Give less than what earns 0 points."))
        elif not axis.less_is_better and best <= worst:
            self.add_error(fields[1], _("More is better here. Give more than what earns 0 points."))

    def check_amounts(self, number: int, given: dict[str, Any]) -> None:
        """There must be pieces, they must last for some time, and a criterion needs its amount."""
        self.above_zero(f"pieces{number}", given)
        self.above_zero(f"life{number}", given)
        for axis in AXES:
            field = f"{axis.name}{number}"
            used = given.get(f"weight_{axis.name}") or given.get(f"must_{axis.name}") not in (None, "", "0")
            if axis.asked and used and field not in self.errors and given.get(field) in (None, ""):
                self.add_error(
                    field, _("A criterion asks for this. Ask the supplier for it, or drop the criterion.")
                )

    def tender(self) -> Tender | None:
        """What was filled in; None where there is no offer."""
        given = self.cleaned_data
        chosen = self.given_rows()
        if not chosen:
            return None
        return Tender(
            country=given["country"],
            year=given["year"],
            service_years=given["years"],
            currency=given["currency"].upper(),
            energy_price=given["tariff"],
            discount_share=given["discount"] / 100,
            ghg_price=given.get("carbon"),
            judgings=tuple(self._judging(axis) for axis in AXES if self._is_used(axis)),
            offers=tuple(offer(self._offer_amounts(number)) for number in chosen),
        )

    def _is_used(self, axis: Axis) -> bool:
        given = self.cleaned_data
        must = given.get(f"must_{axis.name}")
        return bool(given.get(f"weight_{axis.name}")) or (must == "1" if axis.yes_no else must is not None)

    def _judging(self, axis: Axis) -> Judging:
        given = self.cleaned_data
        must = given.get(f"must_{axis.name}")
        if axis.yes_no:
            must = 1.0 if must == "1" else None
        return Judging(
            axis,
            (given.get(f"weight_{axis.name}") or 0.0) / 100,
            given.get(f"worst_{axis.name}"),
            given.get(f"best_{axis.name}"),
            must,
        )

    def _offer_amounts(self, number: int) -> dict[str, Any]:
        given = self.cleaned_data
        return {part: given.get(f"{part}{number}") for part in ("name", *self.parts, *self.optional)}


def _money(label: str, least: float) -> forms.FloatField:
    return forms.FloatField(label=label, required=False, min_value=least, max_value=MOST_MONEY)


def _yes_no(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", "–"), ("1", _("yes")), ("0", _("no"))], required=False
    )
