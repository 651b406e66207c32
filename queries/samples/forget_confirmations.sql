-- Takes away what the offices of the samples have confirmed.
delete from sop_confirmation where sample
