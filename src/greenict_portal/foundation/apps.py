"""The app of the base page."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """Base page, design system, language machinery."""

    name = "greenict_portal.foundation"
    label = "foundation"
