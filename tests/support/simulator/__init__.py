"""The calendar a second time: a plain program written from docs/calendar.md alone, which walks from look to look.

It knows nothing of qibot. The programme is a dict of settings (`PROGRAMME` has the defaults), the world a dict of what
has happened; at each look every sentence of the document is asked afresh whether it wants a letter.
"""
