"""What a mentor's own words mean: feedback, a message, a delay, or a private word for the team.

In: text and its `Setting`. Out: a `Meaning` with what it rests on. Pure; no network, under 5 ms a message.
"""
