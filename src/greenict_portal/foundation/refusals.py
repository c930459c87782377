"""What a user may be refused, and how it is said.

An action that refuses raises a class of its own under `ActionRefused`, with a sentence that names the
field, the value and the mend. A form shows it beside the field; anywhere else it becomes a page.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponse]


class ActionRefused(Exception):
    """Something that a user asked for and may not have as asked."""

    status = HTTPStatus.BAD_REQUEST

    def __init__(self, sentence: str, *, field: str = "") -> None:
        self.sentence, self.field = sentence, field
        super().__init__(sentence)


class Refusals:
    """Shows a refusal that no form has caught as a page of its own."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into its page; anything else is a bug and reaches the log."""
        if not isinstance(exception, ActionRefused):
            return None
        return refusal_page(request, exception)


def refusal_page(request: HttpRequest, refusal: ActionRefused) -> HttpResponse:
    """The page that says why something was refused."""
    return render(
        request, "foundation/refused.html", {"sentence": refusal.sentence}, status=int(refusal.status)
    )
