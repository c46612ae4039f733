"""What the calendar calls for, one matter a file: each gives the steps that are open for an enrolment.

A step is open while its reason stands and it is in no record. It may leave from its `day` on; behind its `last` day it
is skipped. Steps yet to come are open, too: that is how the next look and the plan know of them (docs/calendar.md).
"""
