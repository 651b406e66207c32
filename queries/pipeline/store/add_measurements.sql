-- Keeps the measurements of the judged cases.
-- rows: one per measurement
insert into measurement from new_measurement
