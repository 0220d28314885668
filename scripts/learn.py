"""Learns from labelled sentences what speaks for a strength, an area or neither; `make learn` calls this."""

import sys
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from math import sqrt
from pathlib import Path

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from findings.extraction.learned.features import features_of
from findings.extraction.learned.likeness import BIAS, WEIGHTS

EXAMPLES = WEIGHTS.with_name("examples.tsv")
LABELS = ["strength", "area", "neither"]
FEWEST_EXAMPLES = 3
"""What stands in one sentence alone is learnt by heart rather than understood."""
LOOSENESS = 20.0
"""The inverse of the regularisation's strength."""
LEAST_WEIGHT = 0.3


def main() -> None:
    """Write the weights that the examples give, or those of a file that is named; says how many there are."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    examples = read_examples(source)
    weights = learn(examples)
    lines = [f"# {sha256(source.read_bytes()).hexdigest()}"]
    lines += [f"{feature}\t{s:.2f}\t{a:.2f}\t{n:.2f}" for feature, (s, a, n) in sorted(weights.items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(examples)} examples gave {len(weights)} weights\n")


def read_examples(path: Path) -> list[tuple[str, str]]:
    """The label and the text of each line."""
    rows = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(label, text) for label, text in rows]


def learn(examples: Sequence[tuple[str, str]]) -> dict[str, tuple[float, ...]]:
    """The weights of features for each label."""
    found = [features_of(text) for _, text in examples]
    counts = Counter(feature for features in found for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST_EXAMPLES)
    columns = {name: at for at, name in enumerate(names)}
    known = [[columns[feature] for feature in features if feature in columns] for features in found]
    cells = [(row, column, 1 / sqrt(len(each))) for row, each in enumerate(known) for column in sorted(each)]
    rows, at, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, at)), shape=(len(examples), len(names)))
    model = LogisticRegression(C=LOOSENESS, max_iter=5000, class_weight="balanced")
    model.fit(matrix, [label for label, _ in examples])
    order = [list(model.classes_).index(label) for label in LABELS]
    weights = {
        name: tuple(float(model.coef_[label][column]) for label in order) for name, column in columns.items()
    }
    kept = {name: each for name, each in weights.items() if max(map(abs, each)) >= LEAST_WEIGHT}
    return {BIAS: tuple(float(model.intercept_[label]) for label in order), **kept}


if __name__ == "__main__":
    main()
