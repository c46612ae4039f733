"""Bounces in the shapes that mail servers give them, made by a script, and ordinary mail that isn't to be
taken for one."""
