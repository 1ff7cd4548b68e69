"""Nodes into records: which keys and values a file may have, and what was meant by others."""
