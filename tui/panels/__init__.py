"""The panels beside the text: what each lists, in which order, and why."""
