"""The auditor's pack: an answer, what it rests on, and the means to check both, in one file."""
