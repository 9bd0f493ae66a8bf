"""Reading what is no plain text: foreign bytes are parsed in a process of their own."""
