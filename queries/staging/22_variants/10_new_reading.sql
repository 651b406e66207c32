-- What the sequences that were not read before cost along their SOP.
create or replace temp table new_reading (variant integer not null, cost integer, shortest_path integer);
