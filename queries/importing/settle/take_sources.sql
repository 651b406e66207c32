-- Notes the rows that say the events of the import, where each row alone says its event.
-- rows: one per row and event
create or replace temp table new_source as
select event, file, record, part from typed_event
