"""The model's entry in models/manifest.toml, written from measured figures."""

from training.common import onnx_tools
from training.voice import data, reference

# The least speech logit that is believed: accepts nearly all clean speech and few negative segments, see the card.
LEAST_SPEECH = 2.0

TEMPLATE = """\
[[model]]
id = "voice-tone"
task = "voice-tone"
file = "{file}"
sha256 = "{sha256}"
bytes = {bytes}
revision = "{revision}"
licence = "weights: non-commercial, as RAVDESS and nEMO (CC BY-NC-SA 4.0) allow"
provenance = "trained from scratch by training/voice on RAVDESS (actors 1 to 21) and nEMO (7 speakers)"
card = "voice-tone.md"

[model.input]
# Frames of speech as training/voice/reference.py states them.
name = "features"
shape = [-1, -1, {channels}]
layout = "NTC"
channels = "features"
range = [-20.0, 20.0]

[model.tone]
# How the logits are read (training/voice/validate.py, fitted on speakers left out of training).
labels = [{labels}]
temperature = {temperature:.4f}
arousal_scale = {arousal_scale:.4f}
valence_spread = {valence_spread:.4f}
least_speech = {least_speech:.1f}

[model.metrics]
# Speakers left out of training, seven folds, clips as they are; see the card.
{metrics}
"""


def entry(model, report, revision):
    """TOML text for the ONNX file `model`; `report` is what `validate` wrote."""
    groups, lines = report["groups"], []
    for language in ("english", "polish"):
        lines += [f"{language}_{key} = {groups[f'language {language}'][key]:.4f}" for key in ("accuracy", "macro_recall", "ece", "arousal_accuracy")]
    return TEMPLATE.format(
        file=model.name,
        sha256=onnx_tools.sha256(model),
        bytes=model.stat().st_size,
        revision=revision,
        channels=reference.CHANNELS,
        labels=", ".join(f'"{label}"' for label in data.LABELS),
        **report["calibration"],
        least_speech=LEAST_SPEECH,
        metrics="\n".join(lines),
    )
