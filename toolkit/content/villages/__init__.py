"""The village list of a programme office: its rows read, checked and told like a lesson's lines."""
