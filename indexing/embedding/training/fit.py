"""The training loop: one objective a step, two optimisers, a learning rate that rises shortly and falls to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from indexing.embedding.training.model import PieceModel
from indexing.embedding.training.objectives import Objective

_WARM_UP = 100
_FLOOR = 0.03


@dataclass(frozen=True, slots=True)
class Rates:
    """Learning rates. The residuals' are a fraction of the maps': faster ones learn the training texts by heart."""

    maps: float = 2e-3
    unit_residuals: float = 6e-4
    piece_residuals: float = 2e-4
    unit_weights: float = 4e-3
    piece_weights: float = 2e-3


def fit(
    model: PieceModel,
    objectives: Sequence[Objective],
    *,
    steps: int,
    rates: Rates,
    generator: np.random.Generator,
    report: Callable[[int, dict[str, float]], None],
    report_every: int = 250,
) -> None:
    """Trains the model in place.

    Args:
        model: left in evaluation mode.
        objectives: at least one; each step takes one by weight.
        steps: batches in all.
        rates: at their highest.
        generator: chooses the objectives.
        report: called with the step and the mean losses since the last call, by objective.
        report_every: steps between two calls.
    """
    shares = np.array([objective.weight for objective in objectives])
    optimisers = _optimisers(model, rates)
    losses: dict[str, list[float]] = {}
    model.train()
    for step in range(steps):
        objective = objectives[generator.choice(len(objectives), p=shares / shares.sum())]
        _set_rates(optimisers, max(_FLOOR, min(1.0, (step + 1) / _WARM_UP) * (1 - step / steps)))
        for optimiser in optimisers:
            optimiser.zero_grad()
        loss = objective.loss(model)
        loss.backward()  # type: ignore[no-untyped-call]
        for optimiser in optimisers:
            optimiser.step()
        losses.setdefault(objective.name, []).append(loss.item())
        if (step + 1) % report_every == 0 or step + 1 == steps:
            report(step + 1, {name: float(np.mean(some)) for name, some in losses.items()})
            losses = {}
    model.eval()


def _optimisers(model: PieceModel, rates: Rates) -> tuple[torch.optim.Optimizer, torch.optim.Optimizer]:
    maps = [{"params": list(model.maps.parameters()), "lr": rates.maps}]
    tables = [
        {"params": [model.unit_residuals.weight], "lr": rates.unit_residuals},
        {"params": [model.piece_residuals.weight], "lr": rates.piece_residuals},
        {"params": [model.unit_weights.weight], "lr": rates.unit_weights},
        {"params": [model.piece_weights.weight], "lr": rates.piece_weights},
    ]
    optimisers = torch.optim.Adam(maps), torch.optim.SparseAdam(tables)
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["highest"] = group["lr"]
    return optimisers


def _set_rates(optimisers: Sequence[torch.optim.Optimizer], factor: float) -> None:
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = group["highest"] * factor
