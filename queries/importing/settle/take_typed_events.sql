-- Takes the typed events as the new ones, without copying them.
alter table typed_event rename to new_event
