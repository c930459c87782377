"""What a reader fills in to compare. The forms travel by GET, so that an address reproduces a comparison.

rows       rows of fields, one for each thing that is compared
equipment  devices and network equipment
offers     offers of a tender, its terms and its criteria
"""

from __future__ import annotations

from greenict_portal.topics.forms.equipment import DeviceForm, NetworkForm
from greenict_portal.topics.forms.offers import OfferForm, offers_filled
from greenict_portal.topics.forms.rows import DEFAULT_YEARS

__all__ = ["DEFAULT_YEARS", "DeviceForm", "NetworkForm", "OfferForm", "offers_filled"]
