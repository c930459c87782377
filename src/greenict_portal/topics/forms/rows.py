"""Rows of fields: what a reader compares, one row each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

OWN_DEVICES = (1, 2, 3, 4)
LARGEST = 1e6
DEFAULT_YEARS = 5


class RowsForm(forms.Form):
    """Some things of the reader, one row of fields each; a row is given whole or not at all."""

    numbers: tuple[int, ...] = OWN_DEVICES
    parts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    twice = lazy("“%(name)s” is there twice. Give each device a name.")

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

    def choose(self, field: str, choices: list[tuple[str, str]]) -> None:
        """What a field offers to choose from."""
        chooser = self.fields[field]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = choices

    def rows(self) -> list[dict[str, Any]]:
        """The fields row by row, as the page lays them out."""
        return [
            {
                "number": number,
                "fields": [self[f"{part}{number}"] for part in ("name", *self.parts, *self.optional)],
                "open": number == self.numbers[0] or self._begun(number),
            }
            for number in self.numbers
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a row that is begun and not finished, a zero where a division needs more, and a name twice."""
        given = super().clean() or self.cleaned_data
        names: set[str] = set()
        for number in self.numbers:
            if self._begun(number):
                self._check_row(number, given, names)
        return given

    def _begun(self, number: int) -> bool:
        return any(
            str(self.data.get(f"{part}{number}", "")).strip()
            for part in ("name", *self.parts, *self.optional)
        )

    def _check_row(self, number: int, given: dict[str, Any], names: set[str]) -> None:
        for part in ("name", *self.parts):
            field = f"{part}{number}"
            if field not in self.errors and given.get(field) in (None, ""):
                self.add_error(field, _("Fill in this field, or empty the whole row."))
        name = str(given.get(f"name{number}") or "")
        if name and name in names:
            self.add_error(f"name{number}", str(self.twice) % {"name": name})
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
        return [number for number in self.numbers if self.cleaned_data.get(f"name{number}")]
