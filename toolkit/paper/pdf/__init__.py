"""A page drawn and a file written: pen, structure for screen readers, objects; and pages as pictures."""
