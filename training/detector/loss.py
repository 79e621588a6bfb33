"""Losses: quality focal loss for scores (GFL, Li et al., 2020) and EIoU for boxes (Zhang et al., 2021)."""

import torch
from torch.nn import functional

from .assign import assign, pairwise_iou
from .model import STRIDES

BOX_WEIGHT = 2.5
MAX_LOG_SIZE = 5.0  # keeps exp() finite while the first steps are wild


def cells(levels: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Centres [cells, 2] and strides [cells] in pixels, level after level, row after row."""
    centres, strides = [], []
    for level, stride in zip(levels, STRIDES):
        height, width = level.shape[-2:]
        y = (torch.arange(height, device=level.device) + 0.5) * stride
        x = (torch.arange(width, device=level.device) + 0.5) * stride
        grid_y, grid_x = torch.meshgrid(y, x, indexing="ij")
        centres.append(torch.stack([grid_x, grid_y], -1).reshape(-1, 2))
        strides.append(torch.full((height * width,), float(stride), device=level.device))
    return torch.cat(centres), torch.cat(strides)


def decode(levels: list[torch.Tensor]):
    """Raw maps -> logits [n, cells], boxes [n, cells, 4] (x0, y0, x1, y1 pixels), centres, strides."""
    centres, strides = cells(levels)
    flat = torch.cat([level.float().flatten(2) for level in levels], dim=2).transpose(1, 2)
    middle = centres + flat[..., 1:3] * strides[:, None]
    half = flat[..., 3:5].clamp(max=MAX_LOG_SIZE).exp() * strides[:, None] / 2
    return flat[..., 0], torch.cat([middle - half, middle + half], -1), centres, strides


def detector_loss(levels: list[torch.Tensor], batch) -> tuple[torch.Tensor, dict[str, float]]:
    """Sum of both losses per positive cell, and their parts for the log."""
    logits, boxes, centres, strides = decode(levels)
    found = assign(logits, boxes, centres, strides, batch)
    count = max(len(found.cell), 1)
    target = torch.zeros_like(logits)
    box_loss = logits.sum() * 0
    if len(found.cell):
        mine, true = boxes[found.image, found.cell], batch.boxes[found.face]
        # The square root lifts scores: plain IoU leaves good faces at 0.6 and needs more time.
        target[found.image, found.cell] = pairwise_iou(mine, true).detach().clamp(0, 1).sqrt()
        box_loss = eiou(mine, true).sum() / count
    score_loss = (quality_focal(logits, target) * found.weight).sum() / count
    total = score_loss + BOX_WEIGHT * box_loss
    return total, {"score": score_loss.item(), "box": box_loss.item(), "positives": count}


def quality_focal(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """|target - p|^2 times the cross entropy towards a soft target, element by element."""
    entropy = functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    return (target - logits.sigmoid()).square() * entropy


def eiou(mine: torch.Tensor, true: torch.Tensor) -> torch.Tensor:
    """1 - IoU plus squared distance of centres, widths and heights over the enclosing box; [p]."""
    span = torch.maximum(mine[:, 2:], true[:, 2:]) - torch.minimum(mine[:, :2], true[:, :2])
    square = span.square().clamp(min=1e-6)
    apart = (mine[:, :2] + mine[:, 2:] - true[:, :2] - true[:, 2:]) / 2
    sizes = (mine[:, 2:] - mine[:, :2]) - (true[:, 2:] - true[:, :2])
    centre = apart.square().sum(-1) / square.sum(-1)
    return 1 - pairwise_iou(mine, true) + centre + (sizes.square() / square).sum(-1)
