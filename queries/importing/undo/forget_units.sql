-- Takes away the offices that only files knew and none does any more.
delete from unit
where not confirmed
	and not sample
	and unit not in (select unit from case_instance)
	and unit not in (select unit from outage)
	and unit not in (select unit from followed_deviation)
