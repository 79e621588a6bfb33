"""The expression classifier: 48x48 grey faces to eight expressions."""
