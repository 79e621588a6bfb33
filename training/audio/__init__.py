"""The affect of music from the means of its audio features."""
