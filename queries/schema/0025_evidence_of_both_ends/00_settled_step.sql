-- As which steps the sequences of an SOP version were read where its steps share their words: an activity alone does not tell
-- these apart. None where no two steps are worded alike.
create macro settled_step(of_version) as table (
	select m.variant, m.position, m.step
	from move m
	join variant v on v.variant = m.variant and v.version = of_version
	where m.position is not null
		and m.step in (
			select step from sop_name
			where version = of_version
				and name in (select name from sop_name where version = of_version group by name having count(*) > 1)
		)
);
