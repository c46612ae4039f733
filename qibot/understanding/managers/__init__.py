"""What an organisational manager's words become; `words.py` is the table (programme.md, 3a).

Mail + matter -> event; pure.
"""
