"""The Textual app. The only room that may import `textual`, and only when it is opened."""
