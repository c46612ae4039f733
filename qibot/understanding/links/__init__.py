"""Where a link leads, as far as it stands in it: a cloud's document, a home page, what a gateway has rewritten. Pure;
nothing is ever fetched.
"""
