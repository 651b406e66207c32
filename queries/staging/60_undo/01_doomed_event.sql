-- Events that nothing says any more when an import is undone.
create or replace temp table doomed_event (event bigint not null);
