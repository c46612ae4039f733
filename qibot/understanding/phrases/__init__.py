"""What single phrases say, alike for every role: thanks, a promise, that two have spoken, another language. Text (and
what the weights found in it) -> yes, no, a day; pure.
"""
