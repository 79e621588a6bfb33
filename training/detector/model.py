"""The network: plain 3x3 convolutions, three levels, one score and four box numbers a cell."""

import copy

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

STRIDES = (8, 16, 32)
STEM = (16, 32)
WIDTHS = (48, 96, 128)  # channels at strides 8, 16 and 32
BLOCKS = (1, 2, 2)  # residual blocks there
NECK = 48  # channels of the top-down sum and the heads
# Black must stay zero, so that the letterbox looks like the padding of the convolutions: no mean is taken off.
INPUT_SCALE = 1 / 64


class ConvBn(nn.Module):
    """Convolution, batch norm and, unless `act` is False, ReLU."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1, act: bool = True):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.bn = nn.BatchNorm2d(outputs)
        self.act = act

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn(self.conv(x))
        return torch.relu(y) if self.act else y


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut (He et al., 2016)."""

    def __init__(self, channels: int):
        super().__init__()
        self.first = ConvBn(channels, channels)
        self.second = ConvBn(channels, channels, act=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(x + self.second(self.first(x)))


class Head(nn.Module):
    """One shared 3x3 convolution, then 1x1 to (score logit, dx, dy, dw, dh)."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv = ConvBn(channels, channels)
        self.out = nn.Conv2d(channels, 5, 1)
        nn.init.normal_(self.out.weight, std=0.01)
        # A rare class starts at 1 % (Lin et al., 2017); boxes start 2.7 strides wide, since boxes of
        # one stride overlap with no face and leave the assignment without a hold.
        self.out.bias.data = torch.tensor([-4.6, 0.0, 0.0, 1.0, 1.0])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.out(self.conv(x))


class FaceDetector(nn.Module):
    """image [n, 3, h, w] RGB 0..255 -> per stride s a map [n, 5, h/s, w/s] of raw numbers."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(ConvBn(3, STEM[0], stride=2), ConvBn(*STEM, stride=2))
        inputs = (STEM[1], *WIDTHS)
        self.stages = nn.ModuleList([
            nn.Sequential(ConvBn(i, o, stride=2), *(Residual(o) for _ in range(blocks)))
            for i, o, blocks in zip(inputs, WIDTHS, BLOCKS)
        ])
        self.laterals = nn.ModuleList([ConvBn(width, NECK, kernel=1, act=False) for width in WIDTHS])
        self.heads = nn.ModuleList([Head(NECK) for _ in STRIDES])

    def forward(self, image: torch.Tensor) -> list[torch.Tensor]:
        x = self.stem(image * INPUT_SCALE)
        levels = []
        for stage, lateral in zip(self.stages, self.laterals):
            x = stage(x)
            levels.append(lateral(x))
        for fine in (1, 0):  # top-down sum (FPN, Lin et al., 2017)
            levels[fine] = levels[fine] + nn.functional.interpolate(levels[fine + 1], scale_factor=2.0, mode="nearest")
        return [head(torch.relu(level)) for head, level in zip(self.heads, levels)]


class Shipped(nn.Module):
    """The exported form: batch norms fused, scores through the sigmoid, outputs score_8, box_8, ... box_32."""

    def __init__(self, model: FaceDetector):
        super().__init__()
        self.model = fused(model)

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, ...]:
        outputs = []
        for level in self.model(image):
            outputs += [level[:, :1].sigmoid(), level[:, 1:]]
        return tuple(outputs)


def fused(model: FaceDetector) -> FaceDetector:
    """A copy in evaluation mode whose batch norms are folded into the convolutions."""
    model = copy.deepcopy(model).float().eval()
    for module in model.modules():
        if isinstance(module, ConvBn):
            module.conv = fuse_conv_bn_eval(module.conv, module.bn)
            module.bn = nn.Identity()
    return model


def parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())
