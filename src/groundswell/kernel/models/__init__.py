from groundswell.kernel.models.job import Job
from groundswell.kernel.models.key_fingerprint import KeyFingerprint

__all__ = ["Job", "KeyFingerprint"]
