"""Products on paper, drawn as PDF with ReportLab. Knows content, language, and a report's figures and words."""
