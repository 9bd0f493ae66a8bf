"""The command line.

`closeread --help` imports the module of every command for the line about it, and opening an
article imports `desk.py`. So what takes long (the library, search, the analysis, the keys of
the desk, loading) is imported in the function that needs it, and all else at the top.
"""
