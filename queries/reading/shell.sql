-- What the frame around every page shows.
-- rows: one
-- not null: sops, deviations, imports, packages, has_samples
select
	(select count(distinct sop) from sop_version) as sops,
	(select count(*) from deviation where state = 'open' and not provisional) as deviations,
	(select count(*) from import where undone_at is null and not sample) as imports,
	(select count(*) from case_instance c join process p on p.process = c.process and p.kind = 'packages') as packages,
	(select count(*) > 0 from unit where sample) as has_samples,
	(select min(coalesce(first_started, first_completed))::date from case_state) as data_from,
	(select max(data_date) from data_date) as data_date,
	(select u.zone from data_date d join unit u on u.unit = d.unit order by d.data_date desc limit 1) as data_zone
