"""Compute any method of the catalogue, on a page and over the API.

urls, api_urls   the addresses
views            the pages (door)
api              the API and its reference page (door)
downloads        the calculations that were kept, as a file (door)
shapes           what goes in and out of the API
forms            one field for each argument of a method, from its declaration
actions          what changes something: keep a calculation, delete it
queries          what a page shows
beside           the assessment that calculations stand beside, by its id
method_pages     the parts of a method's page
names            the library's words in the page's language
engine           the one door to the library `greenict`
models           one table: a calculation that somebody kept
rules            who may see and change it
"""
