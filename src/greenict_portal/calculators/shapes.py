"""The shapes of what goes in and out of the API; its schema is made from them."""

from __future__ import annotations

from typing import Any

from ninja import Field, Schema
from pydantic import ConfigDict


class Listed(Schema):
    """A method as a list names it."""

    id: str = Field(description="The name of the method, as greenict calc takes it.")
    topic: str
    topic_title: str
    title: str
    unit: str = Field(description="The unit of the result.")


class Methods(Schema):
    """The methods found."""

    count: int
    methods: list[Listed]


class ArgumentOut(Schema):
    """One argument of a method."""

    name: str
    kind: str = Field(description="number, list, table, text or date")
    unit: str
    meaning: str
    required: bool
    default: Any = None
    default_source: str = Field(description="Where the figure of the default comes from.")
    bound: str
    choices: list[str]
    takes_column: bool


class Declaration(Listed):
    """All that a method says of itself."""

    quantity: str
    equation: str
    validity: str
    refuses: str
    source: str
    status: str
    arguments: list[ArgumentOut]
    inputs_schema: dict[str, Any] = Field(description="JSON Schema 2020-12 of the inputs.")
    example: dict[str, Any]


class Computation(Schema):
    """What to compute."""

    model_config = ConfigDict(extra="forbid")

    inputs: dict[str, Any] = Field(
        default_factory=dict,
        description=(
            "The inputs by name, by the method's inputs_schema. A number that is known by its range only is "
            'the text "low..high"; the answer then has a range too.'
        ),
        examples=[{"facility_energy_kwh": 13000000, "it_energy_kwh": 10000000}],
    )
    defaults: bool = Field(
        default=False, description="Name the defaults that were taken, with their sources."
    )


class Computed(Schema):
    """The result, as greenict calc --format json writes it."""

    method: str
    value: float | str | list[float]
    unit: str
    inputs: dict[str, Any]
    source: str
    range: dict[str, Any] | None = Field(default=None, description="Only where an input was a range.")
    defaults: dict[str, Any] | None = Field(
        default=None, description="Only where asked for, or with a range."
    )


class Problem(Schema):
    """Why something was refused (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    argument: str | None = Field(default=None, description="The argument that is refused.")
    value: Any = Field(default=None, description="Its value, shortened where it is long.")
    mend: str | None = Field(default=None, description="What to give instead.")
