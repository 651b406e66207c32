-- How the variants that were not read before read along their SOP.
create or replace temp table new_move as from move limit 0;
