"""Facts in and out of the project: files, spreadsheets, several offices, the next period.

Gives the others: writing a facts file (`facts_file_writer`), the sheet that collects facts and
reading it back (`sheet_writer`, `sheet_reader`, with `workbook`), the sum of several offices
(`merge`), and starting the next period from the last (`roll_forward`).
"""
