"""Contested: invented reports, marked by hand, about who says what and who says otherwise. README.md is the guide."""
