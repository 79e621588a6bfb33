"""Emotion and arousal from the acoustics of speech, not from its words."""
