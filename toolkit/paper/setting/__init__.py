"""What pages are set with: blocks, boxes, long texts on pages, sheets to fold and to cut, the words' copyist."""
