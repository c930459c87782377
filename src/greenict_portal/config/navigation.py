"""What the masthead links to. It stands here because `foundation` knows no feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.http import HttpRequest

LINKS = [
    ("assessments:start", _("Assess an inventory")),
    ("calculators:catalogue", _("Calculate")),
    ("topics:index", _("Topics")),
    ("assessments:example", _("Example country")),
    ("assessments:about", _("About")),
]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The links of the masthead, the current one marked."""
    here = getattr(getattr(request, "resolver_match", None), "view_name", None)
    return {
        "navigation": [
            {"address": reverse(name), "label": label, "current": name == here} for name, label in LINKS
        ]
    }
