"""The hall: a session with a whole room, from its set-up to the summary that is handed over."""
