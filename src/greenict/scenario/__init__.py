"""The model of a country: from what is sold to what it causes.

country     sales -> stocks -> impacts, beside inventories behind one door
"""

from greenict.scenario.country import assess, check

__all__ = ["assess", "check"]
