"""The app of the topics."""

from django.apps import AppConfig


class TopicsConfig(AppConfig):
    """Topics of the resolution, the sector's account, comparisons of one class."""

    name = "greenict_portal.topics"
    label = "topics"
