"""What a project is about, and what is to become of it: turns for the rules."""

from __future__ import annotations

from tests.preread.turns.turn import MISSING, Turn

_NEXT = "\n\nWe meet again on Monday and go through the letters."

TURNS = (
    # That a thing is to be better, for nobody in particular, by no day and by no amount, is a topic.
    *(
        Turn("aim-missing", 3, topic + _NEXT, (MISSING,))
        for topic in (
            "My project is about improving how we talk to each other, across the entire organisation.",
            "Dear Tess,\n\nOur project is all about reducing waste throughout the trust. My mind isn't made up.",
            "# Aim\nThis work is about increasing engagement.",
            "# Aim\nThe project focuses on reducing delays in the whole system.",
            "As you know, my project is on improving well-being.",
        )
    ),
    # For somebody, by a day or by an amount it is an aim, though not a whole one.
    *(
        Turn("aim-missing", 3, aim + _NEXT)
        for aim in (
            "My project is about improving how the two kitchens on Elm Road talk to each other.",
            "# Aim\nThis work is about reducing waiting for families at the front desk.",
            "My project is about reducing complaints across the council from 40 to 20 a month.",
            "Our project is about improving communication across the organisation by June 2028.",
            "My project is about improving attendance. By June 2028 nine of ten pupils in P6 come every day.",
            "# Aim\nOur aim is to improve communication across the council.",
        )
    ),
    Turn(
        "aim-no-amount",
        3,
        f"My project is about improving sleep on Ward 9.{_NEXT}",
        ("My project is about improving sleep on Ward 9",),
    ),
)
