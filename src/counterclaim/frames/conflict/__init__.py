"""The first pack: armed conflict."""
