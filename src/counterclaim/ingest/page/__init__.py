"""Page text → blocks: what is the report, what is furniture, and what the page says about itself."""

from counterclaim.ingest.page.layout import Page, lay_out

__all__ = ["Page", "lay_out"]
