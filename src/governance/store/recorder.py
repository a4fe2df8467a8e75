"""stub"""
from abc import ABC
from dataclasses import dataclass
from eventsourcing.persistence import ApplicationRecorder, Notification
from governance.errors import *
from governance.errors import ConcurrentChange, TimesNotInOrder
@dataclass(frozen=True)
class Row(Notification):
    recorded_at: int
@dataclass(frozen=True)
class CommandMark:
    command_id: str
    digest: bytes
@dataclass(frozen=True)
class Recorded:
    command_id: str
    digest: bytes
    first: int
    last: int
class CommandRepeated(Exception):
    def __init__(self, recorded): self.recorded = recorded
class LedgerRecorder(ApplicationRecorder, ABC): pass
class MemoryRecorder(LedgerRecorder):
    def __init__(self):
        self.rows=[]; self.commands={}; self.streams={}
    def insert_events(self, stored_events, *, command, seen, now, stated=False):
        if command.command_id in self.commands: raise CommandRepeated(self.commands[command.command_id])
        for o,v in seen.items():
            if len(self.streams.get(o,[]))!=v: raise ConcurrentChange(subject=o)
        last=self.rows[-1].recorded_at if self.rows else 0
        if stated and now<last: raise TimesNotInOrder(stated=now,last=last)
        now=max(now,last)
        out=[]
        for s in stored_events:
            r=Row(s.originator_id,s.originator_version,s.topic,s.state,len(self.rows)+1,now)
            self.rows.append(r); self.streams.setdefault(s.originator_id,[]).append(r); out.append(r.id)
        self.commands[command.command_id]=Recorded(command.command_id,command.digest,out[0],out[-1])
        return out
    def find_command(self,c): return self.commands.get(c)
    def last(self): return (len(self.rows), self.rows[-1].recorded_at) if self.rows else (0,0)
    def position_at(self,m): return sum(r.recorded_at<=m for r in self.rows)
    def select_rows(self, after, limit, upto=None): return self.rows[after:after+limit] if upto is None else self.rows[after:min(upto,after+limit)]
    def version_of(self,o): return len(self.streams.get(o,[]))
    def originators(self,prefix,limit): return sorted(o for o in self.streams if o.startswith(prefix))[:limit]
    def select_events(self, originator_id, *, gt=None, lte=None, desc=False, limit=None): return [r for r in self.streams.get(originator_id,[]) if gt is None or r.originator_version>gt]
    def select_notifications(self,*a,**k): raise NotImplementedError
    def max_notification_id(self): return len(self.rows)
    def subscribe(self,*a,**k): raise NotImplementedError
    def close(self): pass

def _ss(self, o, upto): return [r for r in self.streams.get(o,[]) if r.id<=upto]
MemoryRecorder.select_stream=_ss
