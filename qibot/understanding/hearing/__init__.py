"""Whom a mail's words are for, and what is heard of them beside a command, between our lines, in another's thread,
after a kept word, or from somebody who has no part any more. Mail + matter -> event; pure.
"""
