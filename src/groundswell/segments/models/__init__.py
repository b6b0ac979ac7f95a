from groundswell.segments.models.segment import Segment

__all__ = ["Segment"]
