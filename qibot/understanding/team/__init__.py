"""What the team decides in plain words; `letters.py` says what each letter leaves to decide, `words.py` is the table
(programme.md, 3a). Mail + letter -> event; pure.
"""
