"""Expressions of time: our reading and that of libraries on one table, row by row."""
