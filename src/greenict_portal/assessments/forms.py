"""What a user fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from greenict_portal.assessments import engine, names
from greenict_portal.foundation.wording import with_codes_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

DECIMALS = [(".", _("point: 1234.5")), (",", _("comma: 1234,5"))]
ALWAYS = ("item", "country", "year")


class InventoryForm(forms.Form):
    """A file with an inventory, and how to assess it."""

    file = forms.FileField(
        label=_("Inventory file"),
        allow_empty_file=True,  # the library refuses it with a better sentence
        error_messages={"required": _("Choose a file: CSV, XLSX or Parquet.")},
    )
    name = forms.CharField(label=_("Name of the assessment"), max_length=120, required=False)
    profile = forms.ChoiceField(label=_("Standard"))
    factor_sets = forms.MultipleChoiceField(
        label=_("Further factor sets"), required=False, widget=forms.CheckboxSelectMultiple
    )
    decimal = forms.ChoiceField(
        label=_("Decimal sign in the file"), choices=DECIMALS, widget=forms.RadioSelect
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.label_suffix = ""
        choices = {"profile": engine.profile_choices(), "factor_sets": engine.factor_set_choices()}
        for field, offered in choices.items():
            chooser = self.fields[field]
            if isinstance(chooser, forms.ChoiceField):
                chooser.choices = [
                    (each.id, with_codes_plain(names.said(names.PROFILES, each.id, each.title)))
                    for each in offered
                ]


class GroupingForm(forms.Form):
    """By what to break the result down, and whether bad rows may be left out."""

    by = forms.MultipleChoiceField(
        label=_("Break the result down by"), required=False, widget=forms.CheckboxSelectMultiple
    )
    keep_going = forms.BooleanField(required=False)

    def __init__(self, *arguments: Any, tags: Sequence[str] = (), **named: Any) -> None:
        super().__init__(*arguments, **named)
        chooser = self.fields["by"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [(key, names.key_name(key)) for key in (*ALWAYS, *tags)]
