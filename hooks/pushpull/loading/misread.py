"""What YAML, in one version or another, reads as something other than the text that its author saw."""

import re
from functools import lru_cache
from typing import Any

import yaml

# By the tag that YAML gives it.
READINGS = {
    "tag:yaml.org,2002:bool": "true or false",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
    "tag:yaml.org,2002:null": "nothing",
    "tag:yaml.org,2002:timestamp": "a date",
    "tag:yaml.org,2002:merge": "an order to merge",
    "tag:yaml.org,2002:value": "a default value",
}
# The same for what only other versions of YAML misread.
OTHER_TRUTH = re.compile(r"[yYnN]")
OTHER_NUMBER = re.compile(r"[-+]?[0-9][0-9_.]*([eE][-+]?[0-9]+)?|[-+]?\.[0-9]+([eE][-+]?[0-9]+)?|0o[0-7]+")
RESOLVER: Any = yaml.resolver.Resolver()


@lru_cache(maxsize=1000)  # keys come again and again
def misread(text: str) -> str | None:
    """Return what a bare text may be read as, None where it is read as the text that it is."""
    tag = RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    if OTHER_TRUTH.fullmatch(text):
        return "true or false"
    return READINGS.get(tag, "a number" if OTHER_NUMBER.fullmatch(text) else None)
