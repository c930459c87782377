"""The tags that every template knows."""
