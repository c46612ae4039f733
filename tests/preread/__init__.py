"""Reports written for the tests, each with what the mentor is to be told of it (README.md)."""
