"""What makes the records of a library teach, hold together, stay true and be understood."""
