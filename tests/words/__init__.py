"""The collection of people's messages, each with what must come of it (README.md)."""
