"""The demo corpus: invented outlets, places and people, written for this project."""
