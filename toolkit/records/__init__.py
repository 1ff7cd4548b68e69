"""What is kept on disk: the journal of runs, and the choices of the last time."""
