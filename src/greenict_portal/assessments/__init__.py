"""Assess an inventory, read the result, ask why.

urls       the addresses
views      the pages (door)
tasks      the work behind the pages (door)
forms      what a user fills in
actions    what changes something: receive, check, start, assess, delete
queries    what a page shows
engine     the one door to the library `greenict`
names      the library's words in the page's language
models     one table: an assessment and how far it has come
rules      who may see and change it
"""
