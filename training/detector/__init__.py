"""Face detector: a small anchor-free network, its training, export and evaluation."""
