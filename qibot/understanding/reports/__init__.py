"""Which report a mail brings, whose it is, and whether it brings one at all: numbers, months, documents alike, joint
reports. Mail + what is owed -> report; pure.
"""
