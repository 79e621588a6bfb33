"""The pulse from colours of skin: a reference for the crate `attune-pulse`."""
