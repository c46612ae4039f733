"""One behaviour a file. A rule looks at a case and an event and says what is to change and what is to be said."""
