-- Drops the moves of variants that no case shows any more: the numbers of their activities may be given anew.
delete from move where variant not in (select variant from case_state)
