"""A file into light nodes that know where they stand, however it was saved or broken."""
