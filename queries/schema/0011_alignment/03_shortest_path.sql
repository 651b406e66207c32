-- Cost of the shortest complete path of the SOP with these free steps; null as cost.
alter table variant add column shortest_path integer;
