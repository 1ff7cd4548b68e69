"""The products: for each what it says, written down first, and how it is laid out."""
