"""What a sentence says, judged by examples that people labelled; it speaks where no rule of the field does.

`examples.tsv` holds the labelled sentences, `weights.tsv` what was learnt from them (`make learn`).
"""

from .likeness import Likeness, likeness_of

__all__ = ["Likeness", "likeness_of"]
