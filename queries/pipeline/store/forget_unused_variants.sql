-- Drops the variants that no case shows any more.
delete from variant where variant not in (select variant from case_state)
