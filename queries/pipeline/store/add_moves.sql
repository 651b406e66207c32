-- Keeps how the sequences read along their SOP.
-- rows: one per move
insert into move
select * replace (deviation::deviation_kind as deviation) from new_move
