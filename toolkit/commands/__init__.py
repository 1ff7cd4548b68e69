"""The commands, a file each: its options, and what it does with the rooms.

Every file has `WORDS`, what the command is for in one line; `options(parser, tell)`, which
adds its own; and `run(options, lang)`, which returns the exit code. Rooms are imported
inside `run`: the app must start without ReportLab, printing without Textual, and checking
without either.
"""
