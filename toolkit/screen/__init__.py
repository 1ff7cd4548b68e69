"""The Textual app: turns keys into events and draws states. Decides nothing about teaching."""
