"""The tone of a voice: what speech sounds like, never what it says."""
