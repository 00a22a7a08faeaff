"""What the user names → articles. `find_records` runs ahead in the main process, `read_record` in the workers."""

from counterclaim.ingest.align import input_offset
from counterclaim.ingest.find import find_records
from counterclaim.ingest.read import read_record
from counterclaim.ingest.record import MAX_ARTICLE_BYTES, ManifestRow, Media, Record

__all__ = ["MAX_ARTICLE_BYTES", "ManifestRow", "Media", "Record", "find_records", "input_offset", "read_record"]
