"""The assessment that calculations stand beside: its opaque id, carried from page to page in the address.

This app knows nothing of assessments but where they are shown; whose an assessment is decides that page alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD = "beside"


@dataclass(frozen=True)
class Beside:
    """An assessment's id; false where there is none."""

    id: UUID | None = None

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Self:
        """What an address or a form says; what is no id is left out."""
        text = asked.get(FIELD, "").strip().lower()
        try:
            found = UUID(text)
        except ValueError:
            return cls()
        return cls(found) if str(found) == text else cls()  # no braces, no other digits

    def __bool__(self) -> bool:
        """Whether there is an assessment."""
        return self.id is not None

    @property
    def alone(self) -> str:
        """The end of an address that says nothing else."""
        return f"?{FIELD}={self.id}" if self else ""

    @property
    def further(self) -> str:
        """The end of an address that says something already."""
        return f"&{FIELD}={self.id}" if self else ""

    @property
    def assessment(self) -> str:
        """Where the assessment is shown."""
        return reverse("assessments:assessment", args=[self.id]) if self else ""

    @property
    def calculations(self) -> str:
        """Where the calculations beside it are listed; without an assessment, all of them."""
        return reverse("calculators:calculations") + self.alone
