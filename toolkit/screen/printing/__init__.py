"""Printing from the app: what, how, what will come, and what has come of it."""
