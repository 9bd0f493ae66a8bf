"""The figures closeread holds, measured on this machine as ratios of one run."""
