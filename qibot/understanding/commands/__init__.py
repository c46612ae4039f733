"""Words that order something: one file a group, `table` shows who may say what."""
