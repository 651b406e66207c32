-- What differs between the pictures of the touched cases, with the identity and the words of the event that it makes.
create or replace temp table new_snapshot_change as
select *, null::ubigint as identity, null::ubigint as source_order, null::varchar as text from snapshot_change limit 0;
