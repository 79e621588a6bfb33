"""Convolutions over bands and time, then over time with the pitch, pooled by attention.

Input float32 [N,T,43], the channels of `reference`; every T from 16 on. 2-D convolutions over
bands and time tolerate shifts of formants between speakers; mean and deviation over time are weighted by
attention (attentive statistics pooling, Okabe et al. 2018).
"""

from dataclasses import asdict, dataclass

import torch
from torch import nn
from torch.nn import functional as F

from training.voice.data import LABELS
from training.voice.reference import BANDS


@dataclass(frozen=True)
class Shape:
    """`widths`: stem and three stages over bands and time; `width`: channels of what follows."""

    widths: tuple = (24, 32, 40, 56)
    width: int = 80
    dropout: float = 0.4

    def as_dict(self):
        return asdict(self)


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut; `stride` in time and in bands."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.first_norm = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs)
        self.second, self.second_norm = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs)
        self.across, self.across_norm = nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)

    def forward(self, x):
        inner = F.relu(self.first_norm(self.first(x)))
        return F.relu(self.across_norm(self.across(x)) + self.second_norm(self.second(inner)))


class VoiceNet(nn.Module):
    """Features [N,T,43] to logits of the emotions [N,8], of high arousal [N,1] and of speech [N,1] (one speaker, SNR above 2.5 dB)."""

    def __init__(self, shape=Shape()):
        super().__init__()
        stem, *stages = shape.widths
        self.stem, self.stem_norm = nn.Conv2d(1, stem, (5, 3), 2, (2, 1), bias=False), nn.BatchNorm2d(stem)
        layers, inputs = [], stem
        for width, stride in zip(stages, ((1, 1), (2, 2), (1, 2))):
            layers.append(Residual(inputs, width, stride))
            inputs = width
        self.stages = nn.Sequential(*layers)
        self.pitch = nn.Conv1d(3, 16, 9, 4, 4, bias=False)
        self.pitch_norm = nn.BatchNorm1d(16)
        self.join, self.join_norm = nn.Conv1d(inputs * 5 + 16, shape.width, 1, bias=False), nn.BatchNorm1d(shape.width)
        self.time, self.time_norm = nn.Conv1d(shape.width, shape.width, 5, 1, 2, bias=False), nn.BatchNorm1d(shape.width)
        self.attention = nn.Conv1d(shape.width, 4, 1)
        self.dropout = nn.Dropout(shape.dropout)
        self.answer = nn.Linear(shape.width * 2, len(LABELS) + 2)
        for module in self.stages:
            module.to(memory_format=torch.channels_last)

    def maps(self, features):
        """[N, width, ceil(T / 4)]"""
        bands = features[:, None, :, :BANDS].contiguous(memory_format=torch.channels_last)
        bands = F.relu(self.stem_norm(self.stem(bands)))
        bands = self.stages(bands).transpose(2, 3).flatten(1, 2)
        pitch = F.relu(self.pitch_norm(self.pitch(features[:, :, BANDS:].transpose(1, 2))))
        x = F.relu(self.join_norm(self.join(torch.cat([bands, pitch], 1))))
        return x + F.relu(self.time_norm(self.time(x)))

    def forward(self, features, known=None):
        """`known` bool [N,T]: frames that are not padding (all if not given)."""
        x = self.maps(features)
        scores = self.attention(x)
        if known is not None:
            scores = scores.masked_fill(~known[:, None, ::4], -1e4)
        # Four attention heads, each for a quarter of the channels.
        weights = torch.softmax(scores, 2).repeat_interleave(x.shape[1] // 4, 1)
        mean = (weights * x).sum(2)
        deviation = torch.sqrt(((weights * x.square()).sum(2) - mean.square()).clamp(min=1e-4))
        answers = self.answer(self.dropout(torch.cat([mean, deviation], 1)))
        return answers[:, :-2], answers[:, -2:-1], answers[:, -1:]


def build(shape):
    """A network of a stored shape (a dictionary)."""
    return VoiceNet(Shape(**{name: tuple(v) if isinstance(v, list) else v for name, v in shape.items()}))


@torch.no_grad()
def predict(net, segments):
    """(emotion logits [N,8], arousal logits [N], speech logits [N]) as float32 arrays for a list of features [T,43]."""
    net.eval()
    found = [net(torch.from_numpy(segment[None].astype("float32"))) for segment in segments]
    emotions, arousal, speech = (torch.cat(part).numpy() for part in zip(*found))
    return emotions, arousal[:, 0], speech[:, 0]
