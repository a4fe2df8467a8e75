"""placeholder until the questions arrive"""

from dataclasses import dataclass
from functools import cached_property

from governance.compliance.obligations import judge_all

QUESTIONS = {}


class View:
    def __init__(self, facts, as_of, horizon, position):
        self.facts, self.as_of, self.horizon, self.position = facts, as_of, horizon, position

    def obligations(self, network=None):
        return tuple(sorted((o for f in self.facts.values() for o in judge_all(f, self.horizon)), key=lambda o: o.id))


def diff(a, b, records):
    return ()
