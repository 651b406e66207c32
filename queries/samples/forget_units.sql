-- Takes the offices of the samples away.
delete from unit where sample
