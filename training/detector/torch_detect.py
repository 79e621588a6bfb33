"""The reference inference with a torch model in place of the exported file, for measures during training."""

import numpy as np
import torch

from . import reference
from .model import Shipped

LEAST = 0.02


@torch.no_grad()
def detect_all(model, images, device, least: float = LEAST) -> list[np.ndarray]:
    """PIL images -> per image float32 [k, 5] (x0, y0, x1, y1 in its pixels, score), best first."""
    shipped = Shipped(model).to(device)
    found = []
    for image in images:
        canvas, (fx, fy) = reference.letterbox(np.asarray(image))
        outputs = [o.cpu().numpy() for o in shipped(torch.from_numpy(canvas).to(device))]
        boxes = reference.suppress(reference.decode(outputs, least))
        found.append(boxes / np.array([fx, fy, fx, fy, 1], np.float32))
    return found
