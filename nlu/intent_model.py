"""The intent model: pieces of words and logistic regression, with an honest confidence.

Confidence is sqrt(p x similarity to the nearest training sentence): logistic regression alone is sure of
itself about sentences unlike anything it has seen (nlu.md, 'What was measured'). Files are data (npz, json),
never pickles.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from nlu.ngrams import LONGEST, SHORTEST, Weigher, normal
from nlu.training import content_hash, read_examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nlu.training import Example

CODE_VERSION: Final = "1"
"""Part of the cache's name: raise it when the same sentences would make another model."""
_STRENGTH: Final = 10.0
"""Inverse regularisation, by grouped cross-validation (docs/decisions/0004-understanding.md)."""
_ARRAYS: Final = "intent-model.npz"
_NAMES: Final = "intent-model.json"


class ModelUnreadable(Exception):
    """A folder holds no model, or one that this code cannot read."""


@dataclass(frozen=True, slots=True)
class IntentModel:
    """A trained model; immutable, and safe to share between turns."""

    intents: tuple[str, ...]
    weigher: Weigher
    weights: NDArray[np.float64]
    """One row a piece, one column an intent."""
    bias: NDArray[np.float64]
    sentence_starts: NDArray[np.int64]
    """Where each piece's sentences begin in `sentences`; one more than there are pieces."""
    sentences: NDArray[np.int64]
    sentence_weights: NDArray[np.float64]
    sentence_intents: NDArray[np.int64]

    @classmethod
    def train(cls, examples: Sequence[Example]) -> IntentModel:
        """Learn from sentences of two or more intents. The same sentences make the same model."""
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - only training needs it
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

        vectoriser = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(SHORTEST, LONGEST),
            lowercase=False,
            sublinear_tf=True,
            dtype=np.float64,
        )
        matrix = vectoriser.fit_transform([normal(example.text) for example in examples])
        regression = LogisticRegression(C=_STRENGTH, tol=1e-4, max_iter=1000)
        regression.fit(matrix, [example.intent for example in examples])
        intents = tuple(str(intent) for intent in regression.classes_)
        by_piece = matrix.tocsc()
        by_piece.sort_indices()
        both_signs = len(regression.coef_) == 1
        coefficients = (
            np.vstack([-regression.coef_, regression.coef_]) / 2 if both_signs else regression.coef_
        )
        bias = (
            np.hstack([-regression.intercept_, regression.intercept_]) / 2
            if both_signs
            else regression.intercept_
        )
        return cls(
            intents=intents,
            weigher=Weigher({str(k): int(v) for k, v in vectoriser.vocabulary_.items()}, vectoriser.idf_),
            weights=np.ascontiguousarray(coefficients.T),
            bias=bias,
            sentence_starts=by_piece.indptr.astype(np.int64),
            sentences=by_piece.indices.astype(np.int64),
            sentence_weights=by_piece.data,
            sentence_intents=np.array(
                [intents.index(example.intent) for example in examples], dtype=np.int64
            ),
        )

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return every intent with its confidence of 0 to 1, best first."""
        columns, values = self.weigher.weigh(normal(text))
        probabilities = self._probabilities(columns, values)
        nearest = self._nearest(columns, values)
        confidence = np.sqrt(probabilities * nearest)
        order = np.argsort(-confidence, kind="stable")
        return [(self.intents[place], float(confidence[place])) for place in order]

    def _probabilities(self, columns: NDArray[np.int64], values: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = values @ self.weights[columns] + self.bias
        likely = np.exp(scores - scores.max())
        result: NDArray[np.float64] = likely / likely.sum()
        return result

    def _nearest(self, columns: NDArray[np.int64], values: NDArray[np.float64]) -> float:
        """Return the cosine between the message and the training sentence most like it."""
        starts, ends = self.sentence_starts[columns], self.sentence_starts[columns + 1]
        lengths = ends - starts
        if not lengths.sum():
            return 0.0
        offsets = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.repeat(starts, lengths) + offsets
        products = self.sentence_weights[places] * np.repeat(values, lengths)
        alike = np.bincount(self.sentences[places], weights=products)
        return min(1.0, float(alike.max()))

    def save(self, folder: Path) -> None:
        """Write the model into a folder; whoever reads it meanwhile sees the old one or the new one."""
        folder.mkdir(parents=True, exist_ok=True)
        names = {
            "code": CODE_VERSION,
            "intents": self.intents,
            "pieces": sorted(self.weigher.vocabulary, key=self.weigher.vocabulary.__getitem__),
        }
        arrays = {name: getattr(self, name) for name in _ARRAY_NAMES}
        with tempfile.TemporaryDirectory(dir=folder) as workshop:
            built = Path(workshop)
            np.savez(built / _ARRAYS, rarity=self.weigher.rarity, **arrays)
            (built / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
            for name in (_ARRAYS, _NAMES):
                (built / name).replace(folder / name)

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read a model that `save` wrote. Raises ModelUnreadable."""
        try:
            names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
            with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
                rarity = arrays["rarity"]
                rest = {name: arrays[name] for name in _ARRAY_NAMES}
            if names["code"] != CODE_VERSION or len(rarity) != len(names["pieces"]):
                raise ModelUnreadable(f"The model in {folder} is of another version")
            vocabulary = {piece: place for place, piece in enumerate(names["pieces"])}
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise ModelUnreadable(f"There is no readable model in {folder}") from error
        return cls(intents=tuple(names["intents"]), weigher=Weigher(vocabulary, rarity), **rest)


_ARRAY_NAMES: Final = (
    *("weights", "bias", "sentence_starts", "sentences"),
    *("sentence_weights", "sentence_intents"),
)


def cached_model(training: Path, cache: Path) -> IntentModel:
    """Return the model of a locale's training files, from the cache or trained now and kept there.

    Training runs in a process of its own: the 90 MB that it needs go when it ends. Raises
    TrainingUnreadable for training files that cannot be read.
    """
    folder = cache / f"intents-{content_hash(training, CODE_VERSION)}"
    try:
        return IntentModel.load(folder)
    except ModelUnreadable:
        read_examples(training)  # what is wrong with the files is said here, by its name
        subprocess.run(  # noqa: S603 - this same Python, and two folders that the operator set
            [sys.executable, "-m", "nlu.intent_model", str(training.resolve()), str(folder.resolve())],
            check=True,
        )
        return IntentModel.load(folder)


def main(training: str, folder: str) -> None:
    """Train the model of these files and keep it in a folder."""
    IntentModel.train(read_examples(Path(training))).save(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
