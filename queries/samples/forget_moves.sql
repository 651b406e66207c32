-- Takes away the moves of sequences that are gone.
delete from move where variant not in (select variant from variant)
