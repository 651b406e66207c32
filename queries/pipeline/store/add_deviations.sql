-- Keeps the deviations of the judged cases.
-- rows: one per deviation
insert into deviation from new_deviation
