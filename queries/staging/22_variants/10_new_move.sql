-- How the sequences that were not read before read along their SOP; the deviation by its name.
create or replace temp table new_move as
select * exclude (deviation, provisional), null::varchar as deviation, false as provisional from move limit 0;
