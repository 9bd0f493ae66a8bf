"""What no accident may lose: counts over many random accidents, for `make stress`."""
