"""Who, or what, a mail is really from: a machine in words of its own, a stranger, somebody's mail passed on, a bounce.
Pure.
"""
