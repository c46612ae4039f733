"""Turns of phrase for the tests of the rules: a sentence a line, in words of our own."""
