-- The passages of the touched cases.
create or replace temp table new_passage as from passage limit 0;
