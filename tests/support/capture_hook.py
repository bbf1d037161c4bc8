"""A MkDocs hook that writes every page and file handed to MkDocs to the folder that CAPTURE names."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel


@event_priority(-100)  # after everything else
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files as they are; the theme's own are not written."""
    for file in files:
        if (file.src_dir == config.docs_dir or file.generated_by) and file.inclusion is not InclusionLevel.EXCLUDED:
            place = Path(os.environ["CAPTURE"]) / file.src_uri
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content_bytes)
    return files
