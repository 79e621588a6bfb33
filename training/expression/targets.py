"""What the two heads are trained towards, and the loss.

The first head learns the distribution of FER+ votes (label distribution
learning, as Barsoum et al. 2016 found best), the second the FER-2013 label with
some smoothing, because that label is noisy.
"""

import numpy as np
import torch
from torch.nn import functional as F

from training.expression import data


class Targets:
    """Training tensors on the device: pixels uint8 [N,1,48,48] and soft targets.

    A teacher file holds `expression` [N,8] and, if it teaches the second head too, `fer2013` [N,7] probabilities
    in the row order of `data.load(directory, "train")`.
    """

    def __init__(self, faces, device, teacher=None, teacher_weight=0.0):
        soft, known = data.soft_targets(faces.votes)
        second = np.eye(7, dtype=np.float32)[faces.fer2013] * 0.9 + 0.1 / 7
        if teacher is not None:
            with np.load(teacher) as stored:
                share = np.where(known, teacher_weight, 1.0)[:, None].astype(np.float32)
                soft = (1 - share) * soft + share * stored["expression"]
                if "fer2013" in stored:
                    second = (1 - teacher_weight) * second + teacher_weight * stored["fer2013"]
            known = np.ones_like(known)
        self.pixels = torch.from_numpy(faces.pixels)[:, None].to(device)
        self.expression = torch.from_numpy(soft.astype(np.float32)).to(device)
        self.known = torch.from_numpy(known.astype(np.float32)).to(device)
        self.fer2013 = torch.from_numpy(second.astype(np.float32)).to(device)

    def batch(self, rows):
        faces = self.pixels[rows].float()
        return faces, (self.expression[rows], self.known[rows], self.fer2013[rows])


def soft_cross_entropy(logits, targets):
    """Cross-entropy per picture [N] against a distribution."""
    return -(targets * F.log_softmax(logits.float(), dim=1)).sum(dim=1)


def loss_of(outputs, targets, fer2013_weight):
    """Mean loss of both heads; pictures without a FER+ name count in the second only."""
    expression, known, fer2013 = targets
    first = (known * soft_cross_entropy(outputs[0], expression)).sum() / known.sum().clamp(min=1)
    return first + fer2013_weight * soft_cross_entropy(outputs[1], fer2013).mean()
