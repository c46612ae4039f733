"""Of whom words speak, and to whom: salutations, names, pronouns. Mail + people -> whom; pure."""
