"""The specification, as tests."""

import pytest

pytest.register_assert_rewrite("tests.support")  # what the tests share asserts, too; a failure shows the values there
