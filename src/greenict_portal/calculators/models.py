"""One table: a calculation that somebody kept."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class Calculation(models.Model):
    """A method, what went in and what came out.

    `asked` is the question as it stands in the permanent address, text by text; `inputs` is all that was
    computed with, defaults included. `beside` is the id of the assessment that its owner put it beside.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner_key = models.CharField(max_length=32, db_index=True)
    method = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    asked = models.JSONField(default=dict)
    inputs = models.JSONField(default=dict)
    value = models.JSONField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    unit = models.CharField(max_length=60)
    source = models.TextField()
    created_at = models.DateTimeField()
    beside = models.UUIDField(null=True, db_index=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar[list[str]] = ["-created_at"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["created_at"], name="calculation_created")
        ]

    def __str__(self) -> str:
        """Its method and value."""
        return f"{self.method} = {self.value} {self.unit}"
