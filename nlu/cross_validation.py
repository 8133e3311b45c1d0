"""How well the intent model understands sentences it has not seen: `python -m nlu.cross_validation`.

Sentences that share most of their words stay in one fold, so that a near copy never helps.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from nlu.intent_model import IntentModel
from nlu.ngrams import normal
from nlu.training import read_examples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nlu.training import Example

_FOLDS: Final = 5
_ALIKE: Final = 0.6
_OUT: Final = "out_of_scope"


def groups(examples: Sequence[Example]) -> list[int]:
    """Return a group number for each sentence: those of one intent with most words in common share one."""
    words = [frozenset(normal(example.text).split()) for example in examples]
    group = list(range(len(examples)))
    for later in range(len(examples)):
        for earlier in range(later):
            if examples[later].intent != examples[earlier].intent or group[later] == group[earlier]:
                continue
            both, either = words[later] & words[earlier], words[later] | words[earlier]
            if either and len(both) / len(either) >= _ALIKE:
                old, new = group[later], group[earlier]
                group = [new if number == old else number for number in group]
    return group


def cross_validate(examples: Sequence[Example], threshold: float) -> dict[str, Any]:
    """Return accuracy and errors at a threshold, and the intents most often mistaken for others."""
    from sklearn.metrics import roc_auc_score  # noqa: PLC0415 - only measuring needs it
    from sklearn.model_selection import StratifiedGroupKFold  # noqa: PLC0415

    folds = StratifiedGroupKFold(n_splits=_FOLDS, shuffle=True, random_state=0)
    right = top = three = wrong = inside = accepted = outside = 0
    is_inside: list[bool] = []
    sure: list[float] = []
    mistakes: dict[str, int] = {}
    for train, test in folds.split(examples, [e.intent for e in examples], groups(examples)):
        model = IntentModel.train([examples[place] for place in train])
        for place in test:
            ranking = model.rank(examples[place].text)
            inner = [pair for pair in ranking if pair[0] != _OUT]
            said = inner[0][0] if ranking[0][0] != _OUT and inner[0][1] >= threshold else _OUT
            truth = examples[place].intent
            is_inside.append(truth != _OUT)
            sure.append(inner[0][1] * (ranking[0][0] != _OUT) + 1e-3 * inner[0][1])
            if truth == _OUT:
                outside += 1
                accepted += said != _OUT
                continue
            inside += 1
            right += said == truth
            top += inner[0][0] == truth
            three += truth in [intent for intent, _ in inner[:3]]
            wrong += said not in {truth, _OUT}
            if inner[0][0] != truth:
                mistakes[f"{truth} as {inner[0][0]}"] = mistakes.get(f"{truth} as {inner[0][0]}", 0) + 1
    return {
        "threshold": threshold,
        "accuracy": round(right / inside, 3),
        "top 1": round(top / inside, 3),
        "top 3": round(three / inside, 3),
        "wrongly acted on": round(wrong / inside, 3),
        "out-of-scope AUROC": round(float(roc_auc_score(is_inside, sure)), 3),
        "wrongly accepted": round(accepted / max(1, outside), 3),
        "mistakes": dict(sorted(mistakes.items(), key=lambda item: -item[1])[:15]),
    }


def speed(examples: Sequence[Example]) -> dict[str, Any]:
    """Return seconds to train, and milliseconds to rank one message."""
    begun = time.perf_counter()
    model = IntentModel.train(examples)
    trained = time.perf_counter() - begun
    took = []
    for example in examples:
        begun = time.perf_counter()
        model.rank(example.text)
        took.append((time.perf_counter() - begun) * 1000)
    p50, p99 = (round(float(value), 2) for value in np.percentile(took, (50, 99)))
    return {
        "train s": round(trained, 2),
        "p50 ms": p50,
        "p99 ms": p99,
        "pieces": len(model.weigher.vocabulary),
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", type=Path, default=Path("data/training/en-GB"))
    parser.add_argument("--threshold", type=float, nargs="+", default=[0.5])
    options = parser.parse_args()
    examples = read_examples(options.training)
    for threshold in options.threshold:
        sys.stdout.write(json.dumps(cross_validate(examples, threshold), indent=1) + "\n")
    sys.stdout.write(json.dumps(speed(examples)) + "\n")


if __name__ == "__main__":
    main()
