"""What one unit of an item causes: sets of factors, side by side and in layers.

places     countries and regions: codes, names, and what lies in what
sets       a factor set: a folder with a manifest, items and factors; shipped or the user's own
layers     several sets, one above the other, and what overrides what
choice     the factor for a place and a year, and the steps it took to find it
data       the shipped sets
"""
