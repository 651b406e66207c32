-- Gives the record of the typed events the name it has among new events.
alter table typed_event rename column record to source_record
