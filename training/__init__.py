"""Training code for the models that Attune ships. Run modules from the repository root."""
