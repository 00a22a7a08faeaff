"""Claim × claim → relation; articles → origins; relations → disputes."""
