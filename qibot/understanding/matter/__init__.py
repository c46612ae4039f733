"""What is known beside the words: who writes, which letter is answered, in which matter it stands, what was kept; and
the words' meaning within that. Pure but for the cases that it is given to look at.
"""
