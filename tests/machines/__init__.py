"""What machines answer without any header that says so, and what people write that only sounds like it."""
