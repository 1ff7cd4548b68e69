"""A lesson and its quiz over plain lines: for screen readers and consoles that can do no more.

The second face of the same state machine: a typed line becomes an event, the state is
written out as sentences. Knows content, session, records and language; draws nothing.
"""
