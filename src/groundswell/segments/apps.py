from groundswell.kernel.apps import ContextConfig


class SegmentsConfig(ContextConfig):
    name = "groundswell.segments"
    default = True
