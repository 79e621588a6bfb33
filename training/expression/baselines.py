"""The two architectures that the literature of this field names, for comparison.

Both take grey faces float32 [N,1,48,48] in 0..255 and give logits [N,8] and [N,7], as `model.ExpressionNet`
does, so that data, augmentation, loss and measures are the same. They are trained to be compared with, not shipped.
"""

import torch
from torch import nn
from torch.nn import functional as F

from training.expression.model import ExpressionNet, Shape, standardise


class Heads(nn.Module):
    """Dropout and one linear layer for each question."""

    def __init__(self, inputs, dropout):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.expression = nn.Linear(inputs, 8)
        self.fer2013 = nn.Linear(inputs, 7)

    def forward(self, features):
        features = self.dropout(features)
        return self.expression(features), self.fer2013(features)


class PlainCnn(nn.Module):
    """Convolutions, pooling and two dense layers, as student projects on FER-2013 build them.

    Four stages of 32, 64, 128 and 256 channels, each two 3x3 convolutions with batch normalisation and a 2x2
    maximum, then a dense layer of 512 (a small VGG, Simonyan and Zisserman 2015).
    """

    def __init__(self, dropout=0.4):
        super().__init__()
        layers, inputs = [], 1
        for width in (32, 64, 128, 256):
            for _ in range(2):
                layers += [nn.Conv2d(inputs, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
                inputs = width
            layers += [nn.MaxPool2d(2), nn.Dropout(0.1)]
        self.stages = nn.Sequential(*layers)
        self.dense = nn.Sequential(nn.Linear(256 * 9, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU())
        self.heads = Heads(512, dropout)

    def forward(self, face):
        return self.heads(self.dense(self.stages(standardise(face)).flatten(1)))


class PreActivation(nn.Module):
    """Bottleneck whose normalisation and ReLU come before each convolution (He et al. 2016, "Identity mappings")."""

    def __init__(self, inputs, width, stride):
        super().__init__()
        outputs = 4 * width
        self.norms = nn.ModuleList([nn.BatchNorm2d(n) for n in (inputs, width, width)])
        self.first = nn.Conv2d(inputs, width, 1, bias=False)
        self.second = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.third = nn.Conv2d(width, outputs, 1, bias=False)
        self.shortcut = None
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        ready = F.relu(self.norms[0](x))
        around = x if self.shortcut is None else self.shortcut(ready)
        y = F.relu(self.norms[1](self.first(ready)))
        y = F.relu(self.norms[2](self.second(y)))
        return around + self.third(y)


class ResNet50V2(nn.Module):
    """ResNet-50 with pre-activation: 3, 4, 6 and 3 bottlenecks, on maps of 12, 6, 3 and 2 cells a side."""

    def __init__(self, dropout=0.2):
        super().__init__()
        self.stem = nn.Conv2d(1, 64, 7, 2, 3, bias=False)
        layers, inputs = [], 64
        for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
            for block in range(blocks):
                layers.append(PreActivation(inputs, width, stride if block == 0 else 1))
                inputs = 4 * width
        self.stages = nn.Sequential(*layers)
        self.norm = nn.BatchNorm2d(inputs)
        self.heads = Heads(inputs, dropout)

    def forward(self, face):
        x = F.max_pool2d(self.stem(standardise(face)), 3, 2, 1)
        return self.heads(F.relu(self.norm(self.stages(x))).mean(dim=(2, 3)))


class MiniXception(nn.Module):
    """mini-XCEPTION (Arriaga et al. 2017): separable convolutions around 1x1 shortcuts, mean over the map."""

    class Block(nn.Module):
        """Two separable convolutions and a maximum of stride two, beside a 1x1 convolution of stride two."""

        def __init__(self, inputs, outputs):
            super().__init__()
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, 2, bias=False), nn.BatchNorm2d(outputs))
            self.path = nn.Sequential(
                *separable(inputs, outputs), nn.ReLU(), *separable(outputs, outputs), nn.MaxPool2d(3, 2, 1)
            )

        def forward(self, x):
            return self.path(x) + self.shortcut(x)

    def __init__(self):
        super().__init__()
        stem = []
        for inputs in (1, 8):
            stem += [nn.Conv2d(inputs, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU()]
        widths = (8, 16, 32, 64, 128)
        self.stem = nn.Sequential(*stem)
        self.blocks = nn.Sequential(*(self.Block(i, o) for i, o in zip(widths, widths[1:])))
        self.expression = nn.Conv2d(128, 8, 3, padding=1)
        self.fer2013 = nn.Conv2d(128, 7, 3, padding=1)

    def forward(self, face):
        x = self.blocks(self.stem(standardise(face)))
        return self.expression(x).mean(dim=(2, 3)), self.fer2013(x).mean(dim=(2, 3))


def separable(inputs, outputs):
    """Depthwise 3x3, 1x1, normalisation."""
    depthwise = nn.Conv2d(inputs, inputs, 3, padding=1, groups=inputs, bias=False)
    return depthwise, nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs)


ARCHITECTURES = {"attune": ExpressionNet, "plain-cnn": PlainCnn, "resnet50v2": ResNet50V2, "mini-xception": MiniXception}


def build(name, shape=None):
    """A fresh network by its name in `ARCHITECTURES`; `shape` (a `Shape`) sizes Attune's own."""
    return ExpressionNet(shape or Shape()) if name == "attune" else ARCHITECTURES[name]()
