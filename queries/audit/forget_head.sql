-- Takes away the head, for the next one.
delete from audit_head
