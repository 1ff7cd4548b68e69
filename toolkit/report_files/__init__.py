"""A report for the terminal, as a table for spreadsheets, and as data for tools.

Knows the figures and the words of a report, and the language; nothing of where they come from.
All three are made of the same `Figures`, in which small groups are hidden already.
"""
