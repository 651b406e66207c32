-- Keeps how the sequences read along their SOP.
-- rows: one per move
insert into move from new_move
