"""One table: an assessment and how far it has come."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(models.TextChoices):
    """How far an assessment has come."""

    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked")
    UNREADABLE = "unreadable", _("could not be read")
    WAITING = "waiting", _("waiting to be computed")
    COMPUTING = "computing", _("being computed")
    DONE = "done", _("done")
    REFUSED = "refused", _("could not be computed")
    BROKEN = "broken", _("stopped by a fault of this site")


AT_WORK = frozenset({State.CHECKING, State.WAITING, State.COMPUTING})


class Assessment(models.Model):
    """An inventory that somebody sent, what was understood of it, and its result.

    The file lies under `uploads/<id>/`, the result under `results/<id>/`: both named by the id alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner_key = models.CharField(max_length=32, db_index=True)
    name = models.CharField(max_length=120)
    file_name = models.CharField(max_length=150)
    file_bytes = models.BigIntegerField()
    stored_as = models.CharField(max_length=40)
    profile = models.CharField(max_length=60)
    factor_sets = models.JSONField(default=list)
    decimal = models.CharField(max_length=1)
    by = models.JSONField(default=list)
    keep_going = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=State.choices, default=State.CHECKING)
    step = models.CharField(max_length=40, blank=True)
    share_done = models.FloatField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    check_report = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; states are those we know."""

        ordering: ClassVar[list[str]] = ["-created_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="assessment_state_known"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["created_at"], name="assessment_created")
        ]

    def __str__(self) -> str:
        """Its name and state."""
        return f"{self.name} ({self.state})"

    @property
    def at_work(self) -> bool:
        """Whether the worker has it in hand or will."""
        return self.state in AT_WORK

    @property
    def bad_count(self) -> int:
        """How many rows break a rule."""
        report: Mapping[str, Any] = self.check_report
        return int(report.get("bad_count", 0))
