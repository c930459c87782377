"""What a reader fills in to compare. The forms travel by GET, so that an address reproduces a comparison."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from greenict_portal.topics import queries
from greenict_portal.topics.device_pages import Own
from greenict_portal.topics.network_pages import Equipment

OWN_DEVICES = (1, 2, 3, 4)
DEFAULT_YEARS = 5
LARGEST = 1e6


class _OwnDevices(forms.Form):
    """Up to four devices of the reader, one row of fields each; a row is given whole or not at all."""

    parts: tuple[str, ...] = ()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.label_suffix = ""

    def add_row(self, number: int, labels: dict[str, str]) -> None:
        """The fields of one device: its name, then a number for each label."""
        self.fields[f"name{number}"] = forms.CharField(label=_("Name"), max_length=60, required=False)
        for part, label in labels.items():
            self.fields[f"{part}{number}"] = forms.FloatField(
                label=label, required=False, min_value=0, max_value=LARGEST
            )

    def rows(self) -> list[dict[str, Any]]:
        """The fields row by row, as the page lays them out."""
        return [
            {
                "number": number,
                "fields": [self[f"{part}{number}"] for part in ("name", *self.parts)],
                "open": number == OWN_DEVICES[0] or self._begun(number),
            }
            for number in OWN_DEVICES
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a row that is begun and not finished, a zero where a division needs more, and a name twice."""
        given = super().clean() or self.cleaned_data
        names: set[str] = set()
        for number in OWN_DEVICES:
            if self._begun(number):
                self._check_row(number, given, names)
        return given

    def _begun(self, number: int) -> bool:
        return any(str(self.data.get(f"{part}{number}", "")).strip() for part in ("name", *self.parts))

    def _check_row(self, number: int, given: dict[str, Any], names: set[str]) -> None:
        for part in ("name", *self.parts):
            field = f"{part}{number}"
            if field not in self.errors and given.get(field) in (None, ""):
                self.add_error(field, _("Fill in this field, or empty the whole row."))
        name = str(given.get(f"name{number}") or "")
        if name and name in names:
            self.add_error(
                f"name{number}", _("“%(name)s” is there twice. Give each device a name.") % {"name": name}
            )
        names.add(name)
        self.check_amounts(number, given)

    def check_amounts(self, number: int, given: dict[str, Any]) -> None:
        """What the amounts of a row must keep among themselves."""

    def above_zero(self, field: str, given: dict[str, Any]) -> None:
        """Refuse a zero in a field."""
        if given.get(field) == 0:
            self.add_error(field, _("Give a number above 0."))

    def given_rows(self) -> list[int]:
        """The rows that were filled in."""
        return [number for number in OWN_DEVICES if self.cleaned_data.get(f"name{number}")]


class DeviceForm(_OwnDevices):
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
        for field, choices in (
            ("country", queries.countries(language)),
            ("year", [(str(year), str(year)) for year in queries.grid_years()]),
        ):
            chooser = self.fields[field]
            if isinstance(chooser, forms.ChoiceField):
                chooser.choices = choices
        for number in OWN_DEVICES:
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


class NetworkForm(_OwnDevices):
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
        for number in OWN_DEVICES:
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
