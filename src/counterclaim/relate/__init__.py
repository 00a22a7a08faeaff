"""Claim × claim → relation; articles → origins; relations → disputes; claims on a place → its timeline."""

from counterclaim.relate.timeline import ControlClaim, ControlDay, ControlState, control_timeline

__all__ = ["ControlClaim", "ControlDay", "ControlState", "control_timeline"]
