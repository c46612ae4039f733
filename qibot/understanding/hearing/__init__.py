"""Whom a mail's words are for, and what is heard of them beside a command, between our lines, in another's thread.
Mail + matter -> event; pure.
"""
