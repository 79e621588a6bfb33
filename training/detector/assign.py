"""Which cells answer for which face: SimOTA (YOLOX, Ge et al., 2021) over a flat list of faces.

Faces of all images are rows of one matrix with the cells of their own image as columns, so that a batch
with crowds and empty rooms needs neither padding nor a loop.
"""

from dataclasses import dataclass

import torch

CENTRE_RADIUS = 2.5  # cells
CANDIDATES = 10
IOU_WEIGHT = 3.0
FAR = 1e5


@dataclass
class Assignment:
    """`image`, `cell`, `face`: int64 [p], one entry per positive cell; `weight` float32 [n, cells], 0 = ignored."""

    image: torch.Tensor
    cell: torch.Tensor
    face: torch.Tensor
    weight: torch.Tensor


def pairwise_iou(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """IoU of boxes a [..., 4] and b [..., 4] (x0, y0, x1, y1), broadcast over the leading axes."""
    low = torch.maximum(a[..., :2], b[..., :2])
    high = torch.minimum(a[..., 2:], b[..., 2:])
    inter = (high - low).clamp(min=0).prod(-1)
    area_a = (a[..., 2:] - a[..., :2]).prod(-1)
    area_b = (b[..., 2:] - b[..., :2]).prod(-1)
    return inter / (area_a + area_b - inter).clamp(min=1e-6)


@torch.no_grad()
def assign(logits, predicted, centres, strides, batch) -> Assignment:
    """logits [n, cells], predicted boxes [n, cells, 4], cell centres [cells, 2] and strides [cells] in pixels."""
    faces = ~batch.ignore
    boxes, owner = batch.boxes[faces], batch.owner[faces]
    weight = _weights(batch, centres, len(logits))
    if not len(boxes):
        empty = owner.new_zeros(0)
        return Assignment(empty, empty, empty, weight)
    near = _near(boxes, centres, strides)
    iou = pairwise_iou(boxes[:, None], predicted[owner]) * near
    hardness = torch.nn.functional.softplus(-logits)[owner]
    cost = hardness - IOU_WEIGHT * iou.clamp(min=1e-6).log() + FAR * ~near
    chosen = _cheapest(cost, iou) & near
    face, cell = _settle(chosen, cost, owner, len(logits))
    image = owner[face]
    weight[image, cell] = 1.0
    return Assignment(image, cell, torch.nonzero(faces)[face, 0], weight)


def _near(boxes, centres, strides) -> torch.Tensor:
    """bool [m, cells]: the cell's centre lies in the box and within 2.5 cells of the box's centre."""
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    close = ((centres - middle[:, None]).abs() < CENTRE_RADIUS * strides[:, None]).all(-1)
    inside = _inside(boxes, centres)
    both = close & inside
    # A face smaller than a cell may hold no cell centre at all.
    return torch.where(both.any(1, keepdim=True), both, close)


def _inside(boxes, centres) -> torch.Tensor:
    return ((centres > boxes[:, None, :2]) & (centres < boxes[:, None, 2:])).all(-1)


def _cheapest(cost, iou) -> torch.Tensor:
    """bool [m, cells]: every face takes as many cells as its best ten overlaps sum to, at least one."""
    count = iou.topk(CANDIDATES, dim=1).values.sum(1).int().clamp(1, CANDIDATES)
    values = cost.topk(CANDIDATES, dim=1, largest=False).values
    limit = values.gather(1, count[:, None].long() - 1)
    return cost <= limit


def _settle(chosen, cost, owner, images: int) -> tuple[torch.Tensor, torch.Tensor]:
    """A cell wanted by several faces of its image goes to the cheapest."""
    cost = torch.where(chosen, cost, torch.inf)
    best = cost.new_full((images, cost.shape[1]), torch.inf)
    best.scatter_reduce_(0, owner[:, None].expand_as(cost), cost, "amin")
    face, cell = torch.nonzero(chosen & (cost <= best[owner]), as_tuple=True)
    return face, cell


def _weights(batch, centres, images: int) -> torch.Tensor:
    """1 everywhere but 0 in ignore regions: what is there may be a face or not."""
    weight = torch.ones(images, len(centres), device=centres.device)
    if batch.ignore.any():
        inside = _inside(batch.boxes[batch.ignore], centres)
        region, cell = torch.nonzero(inside, as_tuple=True)
        weight[batch.owner[batch.ignore][region], cell] = 0.0
    return weight
