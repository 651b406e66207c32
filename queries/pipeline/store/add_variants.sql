-- Keeps the sequences seen for the first time.
-- rows: one per variant
insert into variant from new_variant
