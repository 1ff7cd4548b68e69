"""Further languages: PO files into texts, and texts into PO files."""
