from groundswell.audit.models.audit_entry import AuditEntry
from groundswell.audit.models.read_entry import ReadEntry

__all__ = ["AuditEntry", "ReadEntry"]
