"""How words and files' names name somebody of an enrolment, and whose letter is passed on.

Text + people -> whom; pure.
"""
