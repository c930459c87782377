"""The topics of the resolution, the sector's yearly account, and devices side by side.

urls          the addresses
views         the pages (door)
downloads     the sector's series and a comparison of offers as files
forms         what a reader fills in to compare
queries       what a page shows
topic_pages   one topic: its text with its figures, its calculations
sector_pages  the published series, their spread, the share of global emissions
device_pages  devices of one class over the same years
network_pages network equipment of one class by its energy efficiency rating
offer_pages   offers of a tender over the same years
offer_tables  that comparison as a page shows it, and as a file
ranges        a figure with the range of its draws
spread_chart  published figures on one axis
texts         the texts in `content/`, one file a topic and language
figures       the figures that the texts name, from the library
names         the words of all that in the page's language
engine        the one door to the library `greenict`
"""
