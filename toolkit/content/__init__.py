"""What trainers write: read with positions, checked, and linked into one Library."""
