-- Keeps the passages of the touched cases.
-- rows: one per event of a sequence
insert into passage from new_passage
