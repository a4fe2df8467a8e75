"""stub"""
from eventsourcing.persistence import StoredEvent
from governance.model.event import REGISTRY, topic_of
class EventMapper:
    def to_stored_event(self, e):
        return StoredEvent(e.originator_id, e.originator_version, topic_of(type(e)), e.model_dump_json(exclude_none=True).encode())
    def to_domain_event(self, s):
        return REGISTRY[s.topic.rpartition("/")[0]].model_validate_json(s.state)
