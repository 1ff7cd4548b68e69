"""Products on paper: lessons drawn as PDF with ReportLab. Knows content and language only."""
