-- Sequences that the running change is the first to show.
create or replace temp table new_variant as select * exclude (cost, shortest_path) from variant limit 0;
