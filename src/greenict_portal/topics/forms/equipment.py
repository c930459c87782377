"""Devices and network equipment of the reader."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.topics import queries
from greenict_portal.topics.device_pages import Own
from greenict_portal.topics.forms.rows import RowsForm
from greenict_portal.topics.network_pages import Equipment


class DeviceForm(RowsForm):
    """Where and how long the devices serve, and the reader's own."""

    country = forms.ChoiceField(label=lazy("Country of use"))
    year = forms.TypedChoiceField(label=lazy("Year of the grid"), coerce=int)
    years = forms.IntegerField(label=lazy("Years of service compared"), min_value=1, max_value=30)
    parts = ("made", "energy", "life")

    def __init__(self, *arguments: Any, language: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        labels = {
            "made": _("Manufacture and end of life, kg CO₂e"),
            "energy": _("Electricity, kWh a year"),
            "life": _("Lifetime, years"),
        }
        self.choose("country", queries.countries(language))
        self.choose("year", [(str(year), str(year)) for year in queries.grid_years()])
        for number in self.numbers:
            self.add_row(number, labels)

    def check_amounts(self, number: int, given: dict[str, Any]) -> None:
        """A device must last for some time."""
        self.above_zero(f"life{number}", given)

    def own(self) -> list[Own]:
        """The reader's devices."""
        given = self.cleaned_data
        return [
            Own(given[f"name{n}"], given[f"made{n}"], given[f"energy{n}"], given[f"life{n}"])
            for n in self.given_rows()
        ]


class NetworkForm(RowsForm):
    """How sure the measurements are, and the reader's routers or switches."""

    uncertainty = forms.FloatField(
        label=lazy("Uncertainty of the measurements, per cent"), min_value=0, max_value=50, required=False
    )

    def __init__(self, *arguments: Any, loads: list[str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.loads = loads
        labels = {"rate": _("Full throughput, Gbit/s")} | {
            f"p{load}_": _("Power at a load of %(load)s, W") % {"load": f"{load}\N{NO-BREAK SPACE}%"}
            for load in loads
        }
        self.parts = tuple(labels)
        for number in self.numbers:
            self.add_row(number, labels)

    def check_amounts(self, number: int, given: dict[str, Any]) -> None:
        """Throughput and power must be there at all."""
        for part in self.parts:
            self.above_zero(f"{part}{number}", given)

    def own(self) -> list[Equipment]:
        """The reader's equipment."""
        given = self.cleaned_data
        return [
            Equipment(
                given[f"name{n}"], given[f"rate{n}"], tuple(given[f"p{load}_{n}"] for load in self.loads)
            )
            for n in self.given_rows()
        ]
