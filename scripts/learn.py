"""Learns from labelled sentences what speaks for a strength, an area or neither; `make learn` calls this."""

import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from math import sqrt
from pathlib import Path

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from findings.extraction.learned import features
from scripts.console import start, stop
from scripts.paths import ROOT

FOLDER = ROOT / "findings" / "extraction" / "learned"
EXAMPLES, WEIGHTS = FOLDER / "examples.tsv", FOLDER / "weights.tsv"
SOURCES = (EXAMPLES, FOLDER / "features.py", Path(__file__))
"""What the weights depend on."""
FEWEST_EXAMPLES = 3
"""What stands in fewer sentences is learnt by heart rather than understood."""
LOOSENESS = 20.0
"""The inverse of the regularisation's strength."""
LEAST_WEIGHT = 0.3
"""What weighs less for every label is left out, and the rest learnt again without it."""


def main() -> None:
    """Write the weights that the examples give; says how many there are."""
    examples = read_examples()
    lines = [f"# {digest()}"]
    lines += [
        "\t".join([feature, *(f"{weight:.2f}" for weight in weights)])
        for feature, weights in sorted(learn(examples).items())
    ]
    draft = WEIGHTS.with_suffix(".new")
    draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
    draft.replace(WEIGHTS)
    sys.stdout.write(f"{len(examples)} examples gave {len(lines) - 1} weights\n")


def digest() -> str:
    """One hash over all that the weights depend on."""
    return sha256(b"".join(source.read_bytes() for source in SOURCES)).hexdigest()


def read_examples() -> list[tuple[str, str]]:
    """The label and the text of each line; stops at one without a label."""
    rows = []
    for number, line in enumerate(EXAMPLES.read_text(encoding="utf-8").splitlines(), start=1):
        label, _, text = line.partition("\t")
        if label not in features.LABELS or not text:
            stop(
                f"Line {number} of {EXAMPLES.name} must be a label ({', '.join(features.LABELS)}), a tab and a text."
            )
        rows.append((label, text))
    return rows


def learn(examples: Sequence[tuple[str, str]]) -> dict[str, tuple[float, ...]]:
    """The weights of features for each label."""
    found = [features.features_of(text) for _, text in examples]
    labels = [label for label, _ in examples]
    counts = Counter(feature for each in found for feature in each)
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST_EXAMPLES)
    first = fitted(found, labels, names)
    kept = [name for name in names if max(map(abs, first[name])) >= LEAST_WEIGHT]
    return fitted(found, labels, kept)


def fitted(
    found: Sequence[frozenset[str]], labels: Sequence[str], names: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """The weights of the named features, with the bias of each label."""
    columns = {name: at for at, name in enumerate(names)}
    known = [sorted(columns[feature] for feature in each if feature in columns) for each in found]
    cells = [(row, column, 1 / sqrt(len(each))) for row, each in enumerate(known) for column in each]
    rows, at, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, at)), shape=(len(found), len(names)))
    model = LogisticRegression(C=LOOSENESS, max_iter=5000, class_weight="balanced").fit(matrix, labels)
    order = [list(model.classes_).index(label) for label in features.LABELS]
    weights = {name: tuple(float(model.coef_[label][at]) for label in order) for name, at in columns.items()}
    return {features.BIAS: tuple(float(model.intercept_[label]) for label in order), **weights}


if __name__ == "__main__":
    start(main)
