"""The web site around the library `greenict`.

    config        settings, root addresses, the server: knows every feature
    assessments   assess an inventory, read the result, ask why
    foundation    base page, design system, languages, numbers, charts: knows no feature
    locale        what the pages say in the other languages

The library is reached through one door in each feature, its `engine.py`.
"""
