from groundswell.kernel.database_objects import frozen_once, register

register(
    frozen_once(table="audit_auditentry", name="audit_entry_is_frozen", condition="OLD.sequence IS NOT NULL")
)
