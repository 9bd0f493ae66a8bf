"""Messages whose fields are annotated, as those of a data class are."""

from __future__ import annotations

from typing import dataclass_transform

from textual.message import Message


@dataclass_transform()
class FieldMessage(Message):
    """The base of messages that carry something.

    A data class has its methods written as text and compiled when the class is created: a quarter
    of a millisecond for each of the desk's twenty messages, all of it before the first paint.
    """

    def __init__(self, *values: object, **named: object) -> None:
        """Take the values of the fields, in their order or by their names."""
        super().__init__()
        for name, value in (*zip(type(self).__annotations__, values, strict=False), *named.items()):
            setattr(self, name, value)
