"""Type and drawings: which letters there are and how wide, lines of words, icons, codes, fixed measures."""
