"""The language of a worksheet's figures: text in, a checked tree out."""
