"""The app of the assessments."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Assess an inventory, read the result, ask why."""

    name = "greenict_portal.assessments"
    label = "assessments"
