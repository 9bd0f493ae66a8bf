"""Words that leave something open, by class of meaning.

The classes follow the usual divisions of predicates that embed questions (Karttunen 1977:
knowing, acquiring knowledge, telling, deciding, inquiring) and of attitudes to what may come
(fear, doubt, demand). A class stands in a frame with negation, modality or an embedded
question; no word opens a question alone unless its class says so.
"""
