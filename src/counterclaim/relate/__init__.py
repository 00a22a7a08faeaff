"""Claim × claim → relation; articles → origins; relations → disputes; claims on a place → its timeline."""

from counterclaim.relate.by_hand import Judgement, judged
from counterclaim.relate.copying import CopyEvidence, copy_evidence
from counterclaim.relate.disputes import by_weight, find_disputes, narrowed
from counterclaim.relate.origins import find_origins
from counterclaim.relate.positions import latest_position
from counterclaim.relate.relations import relate
from counterclaim.relate.timeline import ControlClaim, ControlDay, ControlState, control_timeline

__all__ = [
    "ControlClaim", "ControlDay", "ControlState", "CopyEvidence", "Judgement", "by_weight", "control_timeline",
    "copy_evidence", "find_disputes", "find_origins", "judged", "latest_position", "narrowed", "relate",
]  # fmt: skip
