"""Reading on in a file whose YAML is broken, or says something else than was meant.

`recovery.read_on` is the door. A `survey` goes through the lines as a trainer sees them,
names every mistake it knows and mends it in a `draft` in memory, so that what comes
after is read too. Nothing here is imported for a file that is sound.
"""
