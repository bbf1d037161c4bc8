"""How the texts read: rules and figures."""
