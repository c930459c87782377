"""The work behind the pages."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from greenict_portal.assessments import actions


@task()
def check_inventory(pk: str) -> None:
    """Check an inventory that was sent; then remove what is too old, so that no clock of its own is needed."""
    actions.check(UUID(pk))
    actions.delete_expired(timezone.now())


@task()
def assess_inventory(pk: str) -> None:
    """Assess an inventory that was checked."""
    actions.assess(UUID(pk), clock=timezone.now)
