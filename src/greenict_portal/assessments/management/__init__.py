"""Commands of the assessments for `manage`."""
