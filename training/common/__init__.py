"""Small pieces shared by the training packages."""
