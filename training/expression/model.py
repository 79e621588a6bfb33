"""Residual network of 3x3 convolutions for 48x48 grey faces, with two heads.

Plain residual blocks (He et al. 2016) with batch normalisation, because they
train fast on a CPU and fuse to bare convolutions for inference. The 6x6 map at
the end is pooled by a learned weight per channel and place (the global depthwise
convolution of MobileFaceNet, Chen et al. 2018): faces are roughly aligned, so
the mouth's corner need not weigh the same as the background's.
"""

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Shape:
    """`widths`: stem and three stages; `blocks`: extra residual blocks per stage.

    `side`: pixels at which the network works, a multiple of 8; the input of 48 is enlarged to it inside.
    """

    widths: tuple = (16, 32, 96, 160)
    blocks: tuple = (1, 1, 1)
    dropout: float = 0.1
    side: int = 48

    def as_dict(self):
        return asdict(self)


class ConvNorm(nn.Module):
    """3x3 convolution without bias, then batch normalisation."""

    def __init__(self, inputs, outputs, stride=1, kernel=3):
        super().__init__()
        padding = kernel // 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.conv(x))


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut; a 2x2 mean and 1x1 when the size changes."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.first = ConvNorm(inputs, outputs, stride)
        self.second = ConvNorm(outputs, outputs)
        self.shortcut = nn.Identity()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(
                nn.AvgPool2d(stride) if stride != 1 else nn.Identity(),
                ConvNorm(inputs, outputs, kernel=1),
            )
        nn.init.zeros_(self.second.norm.weight)  # starts as the shortcut alone

    def forward(self, x):
        return F.relu(self.shortcut(x) + self.second(F.relu(self.first(x))))


class ExpressionNet(nn.Module):
    """Grey faces float32 [N,1,48,48] in 0..255 to logits [N,8] and [N,7]."""

    def __init__(self, shape=Shape()):
        super().__init__()
        stem, *stages = shape.widths
        self.widths = tuple(stages)
        self.ends = [sum(shape.blocks[: stage + 1]) + stage for stage in range(len(stages))]
        self.stem = ConvNorm(1, stem)
        layers, inputs = [], stem
        for width, extra in zip(stages, shape.blocks):
            layers.append(Residual(inputs, width, stride=2))
            layers += [Residual(width, width) for _ in range(extra)]
            inputs = width
        self.stages = nn.Sequential(*layers)
        self.side, last = shape.side, shape.side // 8
        self.pool = nn.Conv2d(inputs, inputs, last, groups=inputs, bias=False)
        nn.init.constant_(self.pool.weight, 1 / last**2)  # starts as the plain mean
        self.dropout = nn.Dropout(shape.dropout)
        self.expression = nn.Linear(inputs, 8)
        self.fer2013 = nn.Linear(inputs, 7)
        self.open = None
        self.dense = None
        self.signs = None

    def maps(self, face):
        """Face [N,1,48,48] to what each stage makes of it: [N,w,24,24], [N,w,12,12], [N,w,6,6]."""
        face = standardise(face)
        if self.side != face.shape[-1]:
            face = F.interpolate(face, size=(self.side, self.side), mode="bilinear", align_corners=False)
        x, found = F.relu(self.stem(face)), []
        for layer in self.stages:
            x = layer(x)
            found.append(x)
        return [found[end] for end in self.ends]

    def features(self, face):
        """The pooled features [N,w] that the linear heads read."""
        return self.dropout(self.pool(self.maps(face)[-1]).flatten(1))

    def forward(self, face):
        """Logits [N,8] and [N,7]; with an `OpenHead` also [N,1], with `Signs` also coefficients [N,k]."""
        maps = self.maps(face)
        features = self.dropout(self.pool(maps[-1]).flatten(1))
        answers = self.expression(features), self.fer2013(features)
        answers = answers if self.open is None else (*answers, self.open(maps))
        return answers if self.signs is None else (*answers, self.signs(features))


class DenseHeads(nn.Module):
    """The features of an `ExpressionNet` to what other labels say about a face.

    `forward` gives square roots of the 52 blendshape coefficients [N,52], yaw and pitch in units of
    45 degrees [N,2], logits of ten age groups [N,10] and of two sexes [N,2]. The heads shape the features during
    training; what is shipped does not have to include them.
    """

    def __init__(self, inputs):
        super().__init__()
        self.blendshapes = nn.Linear(inputs, 52)
        self.pose = nn.Linear(inputs, 2)
        self.age = nn.Linear(inputs, 10)
        self.sex = nn.Linear(inputs, 2)

    def forward(self, features):
        return self.blendshapes(features), self.pose(features), self.age(features), self.sex(features)


class Signs(nn.Module):
    """The features to the blendshape coefficients [N,k] in 0..1 that are shipped, both sides of the face averaged.

    `dense` is the head that was trained on all 52, `groups` the columns of each coefficient.
    """

    def __init__(self, dense, groups):
        super().__init__()
        self.linear = nn.Linear(dense.in_features, dense.out_features)
        self.linear.load_state_dict(dense.state_dict())
        mean = torch.zeros(len(groups), dense.out_features)
        for row, columns in enumerate(groups):
            mean[row, columns] = 1 / len(columns)
        self.register_buffer("mean", mean)

    def forward(self, features):
        return self.linear(features).clamp(0, 1).square() @ self.mean.T


class OpenHead(nn.Module):
    """The maps of an `ExpressionNet` to the logit [N,1] of a face being open to view.

    It looks at the early maps too: the late ones were trained to see the same expression behind a cover.
    """

    def __init__(self, widths, hidden=24, dropout=0.3):
        super().__init__()
        self.mix = nn.Conv2d(sum(widths), hidden, 1)
        self.dropout = nn.Dropout(dropout)
        self.answer = nn.Linear(hidden * 36, 1)

    def forward(self, maps):
        even = [F.avg_pool2d(x, x.shape[-1] // 6) if x.shape[-1] > 6 else x for x in maps]
        return self.answer(self.dropout(F.relu(self.mix(torch.cat(even, 1))).flatten(1)))


def standardise(face):
    """Zero mean and unit deviation per picture, in float32; exposure then matters little.

    The floor of 8 grey levels keeps noise in a nearly flat picture small.
    """
    face = face.float()
    centred = face - face.mean(dim=(2, 3), keepdim=True)
    deviation = torch.sqrt(centred.square().mean(dim=(2, 3), keepdim=True) + 64.0)
    return centred / deviation


@torch.no_grad()
def predict(net, pixels, device, batch=256):
    """(expression logits [N,8], FER-2013 logits [N,7]) of pixels uint8 [N,48,48]."""
    net.eval()
    first, second = [], []
    for start in range(0, len(pixels), batch):
        faces = torch.from_numpy(pixels[start : start + batch])[:, None].float().to(device)
        expression, fer2013 = net(faces)[:2]
        first.append(expression.float().cpu())
        second.append(fer2013.float().cpu())
    return torch.cat(first).numpy(), torch.cat(second).numpy()


def multiply_adds(net):
    """Multiply-adds of one picture, counted by hooks on convolutions and linear layers."""
    total, hooks = [0], []

    def count(module, _inputs, output):
        total[0] += module.weight[0].numel() * output[0].numel()

    for module in net.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            hooks.append(module.register_forward_hook(count))
    net.eval()
    with torch.no_grad():
        net(torch.zeros(1, 1, 48, 48, device=next(net.parameters()).device))
    for hook in hooks:
        hook.remove()
    return total[0]
