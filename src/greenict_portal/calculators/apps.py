"""The app of the calculators."""

from django.apps import AppConfig


class CalculatorsConfig(AppConfig):
    """Compute any method of the catalogue, on a page and over the API."""

    name = "greenict_portal.calculators"
    label = "calculators"
