"""Tamper evidence in open formats: hashing, signing, and the texts in which both travel. Pure: no files, no clock."""
