"""Template tags for figures, shares, dates and charts. Loaded in every template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import get_language

from greenict_portal.foundation import charts, languages, numbers, wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def figure(value: float | None, unit: str) -> SafeString:
    """A value with its unit: `{% figure total.value total.unit %}`."""
    return numbers.figure(value, unit)


@register.filter
def number(value: float | None) -> SafeString:
    """A bare number: `{{ rows|number }}`."""
    return numbers.isolated(numbers.number(value))


@register.filter
def plain_number(value: float | None) -> str:
    """A number for the inside of an attribute."""
    return numbers.number(value)


@register.filter
def share(value: float | None) -> SafeString:
    """A share of one as a percentage: `{{ part|share }}`."""
    return numbers.isolated(numbers.share(value))


@register.filter
def day(value: datetime | None) -> str:
    """A date, written out."""
    return numbers.day(value)


@register.filter
def worded(value: str) -> SafeString:
    """A name, isolated, marked where it is English for want of a translation: `{{ item.name|worded }}`."""
    return wording.worded(value)


@register.filter
def codes(value: str) -> SafeString:
    """A text whose codes keep their direction and are never torn apart: `{{ standard|codes }}`."""
    return wording.with_codes(value)


def _rtl() -> bool:
    return languages.of(get_language()).direction == "rtl"


@register.simple_tag
def bar_chart(rows: Sequence[charts.Bar], unit: str, title: str) -> SafeString:
    """Horizontal bars with their ranges."""
    return charts.bars(rows, unit, title, rtl=_rtl())


@register.simple_tag
def line_chart(series: Sequence[charts.Line], unit: str, title: str) -> SafeString:
    """Series over the years."""
    return charts.lines(series, unit, title, rtl=_rtl())


@register.simple_tag
def area_chart(series: Sequence[charts.Line], unit: str, title: str) -> SafeString:
    """Series over the years, one on the other."""
    return charts.lines(series, unit, title, stacked=True, rtl=_rtl())


@register.simple_tag
def parts_chart(rows: Sequence[charts.Bar], title: str) -> SafeString:
    """One bar cut into its shares."""
    return charts.parts(rows, title, rtl=_rtl())
