"""The tables of weights, looked up by hash: what stands in a file, and nothing else, is found."""

from __future__ import annotations

import pytest

from qibot.understanding.meaning.weights import FOLDER, weights

NAMES = sorted(file.stem for file in FOLDER.glob("manager*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_each_feature_of_a_file_is_found_and_none_that_only_looks_like_one(name: str) -> None:
    table = weights(name)
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    features = {line.partition("\t")[0] for line in lines}
    assert features
    assert all(one in table for one in features)
    assert not [one for one in features if f"{one} and no more" in table]


def test_features_that_no_table_knows_change_nothing() -> None:
    table = weights("manager")
    known = [one for one in ("thanks", "please", "report") if one in table]
    assert known
    assert table.likelihoods([*known, *(f"nobody says {n}" for n in range(5000))]) == table.likelihoods(known)
    assert sum(table.likelihoods([]).values()) == pytest.approx(1)
