"""What each table must hold, and reading it from a file.

schema       columns, bounds and row rules, as data
categories   impact categories and life-cycle stages
inventory, factor, item, sales, lifetime, result     one file a table
source       a CSV, XLSX or Parquet file as a relation; hostile files are refused here
spreadsheet  XLSX, cell by cell, without formulas
checking     the rules of a schema as SQL, and the rows that break them
"""
