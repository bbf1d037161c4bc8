"""What both public formats are made of."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from pushpull.schema.fields import LONGEST_ID, Entry

Level = Annotated[int, Field(ge=0, le=6)]
# The id of a play; with `--` and the level, a step up for which the bank has none.
PlayId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*(--[1-6])?$", max_length=LONGEST_ID + 3)]
ABSENT: Any = Field(default=None)  # where a key has no value, it is not there


class Public(Entry):
    """What all parts share: keys as JavaScript writes them, and no other ones."""

    # The lines under the fields become descriptions in the schemas, which other programs' authors read.
    model_config = ConfigDict(alias_generator=to_camel, use_attribute_docstrings=True)  # type: ignore[pydantic-alias]  # none is dynamic
