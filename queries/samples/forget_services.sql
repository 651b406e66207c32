-- Takes the supporting services of the samples away.
delete from supporting_service where sample
