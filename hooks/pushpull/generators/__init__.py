"""Other generators than MkDocs: the site as plain files for them, and what they have built, finished."""
