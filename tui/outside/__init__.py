"""What closeread hands to other programs and to the disk: shell, editor, opener, files."""
