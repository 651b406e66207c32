-- Every case whose sequence has not been read along its SOP is to be read: one of an SOP that was given anew, or of a store
-- from before sequences were aligned.
insert into touched_case
select case_id from case_state where variant in (select variant from variant where free is null)
