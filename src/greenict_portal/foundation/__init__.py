"""What every page stands on; it knows no feature.

languages      the six languages, and which are ready
numbers        numbers, units, dates and shares in the page's language
charts         charts as SVG, drawn on the server
viewers        who is looking
refusals       what a user may be refused, and how it is said
limits         how much and how often a user may send
headers        the security headers that Django does not set
failures       the pages for what went wrong
context        what every template knows
catalogues     extracting, updating, compiling and checking the translations
bare_text      text in a template that no translator would see
"""
