"""The rules, a file a matter: each a function from a report to what it has found. `table.py` says when each applies."""
