-- Packages with what was entered of each, one page.
-- params: unit, from, to, state — null for all; process; profile, place — as in funnel; search — part of key, name,
--   office or parent; has — has these places; lacks — is without at least one of these; plan — inside, late,
--   early, overdue, pending or cancelled, then the period is that of the windows as in windows.sql; document — only
--   windows of this document; parent — attempts of this package; changed — only those seen to change; only — of these cases; sort — latest, value, delay or
--   stage; rank, after — where the page begins, after this rank and case (null for the start); direction — 1 onwards,
--   -1 back; most — rows at most
-- rows: one per package; rank — what it is sorted by; places — stages entered; changes — seen in its schedule or status;
-- total — all that fit
-- not null: case_id, case_key, unit, zone, state, places, windows_inside, windows_late, windows_early, windows_overdue, windows_pending, windows_cancelled, changes, rank, total
with stage as (
	select unnest($profile::varchar[]) as profile, unnest($place::integer[]) as place
),
chosen as (
	select s.case_id, s.unit, s.state, s.first_started, s.first_completed, s.last_event
	from case_state s
	where s.process = $process::integer
		and ($unit::integer is null or s.unit = $unit::integer)
		and ($plan::varchar is not null or $from::date is null or s.end_day >= $from::date)
		and ($plan::varchar is not null or $to::date is null or s.end_day <= $to::date)
		and ($state::varchar is null or s.state::varchar = $state::varchar)
		and ($only::integer[] is null or list_contains($only::integer[], s.case_id))
),
fact as (
	select
		f.case_id,
		coalesce(list(distinct s.place order by s.place) filter (s.place is not null), []) as places,
		arg_max(f.parent_key, (f.file, f.record)) as parent_key,
		arg_max(f.attributes['nama_paket'], (f.file, f.record)) as name,
		arg_max(f.attributes['nama_satker'], (f.file, f.record)) as office,
		arg_max(f.attributes['mtd_pemilihan'], (f.file, f.record)) as method,
		arg_max(f.stated, (coalesce(f.pulled, '0001-01-01'::timestamp), f.file, f.record)) as stated,
		-- The latest addendum's; a contract's before what the selection ended with, which carries no addendum.
		arg_max(
			try_cast(f.attributes['nilai_kontrak'] as double),
			(coalesce(try_cast(f.attributes['versi_addendum'] as integer), -1), f.file, f.record)
		) filter (try_cast(f.attributes['nilai_kontrak'] as double) > 0) as contract_value,
		arg_max(try_cast(f.attributes['hps'] as double), (f.file, f.record)) filter (try_cast(f.attributes['hps'] as double) > 0) as estimate_value
	from case_fact f
	join chosen c on c.case_id = f.case_id
	left join stage s on s.profile = f.profile
	group by f.case_id
),
planned as (
	select
		w.case_id,
		count(*) filter (w.verdict = 'inside') as inside,
		count(*) filter (w.verdict = 'late') as late,
		count(*) filter (w.verdict = 'early') as early,
		count(*) filter (w.verdict = 'open' and c.state <> 'cancelled' and w.planned_completed <= d.data_date) as overdue,
		count(*) filter (w.verdict = 'open' and c.state <> 'cancelled' and not coalesce(w.planned_completed <= d.data_date, false)) as pending,
		count(*) filter (w.verdict = 'open' and c.state = 'cancelled') as cancelled,
		max(w.delay_workdays) as delay,
		max(w.planned_completed)::date as planned_day,
		max(w.document_completed)::date as document_day
	from schedule_window w
	join chosen c on c.case_id = w.case_id
	join activity a on a.activity = w.document_activity
	left join data_date d on d.unit = w.unit
	where ($document::varchar is null or a.text = $document::varchar)
		and ($plan::varchar is null or $from::date is null or coalesce(w.document_completed, w.planned_completed)::date >= $from::date)
		and ($plan::varchar is null or $to::date is null or coalesce(w.document_completed, w.planned_completed)::date <= $to::date)
	group by w.case_id
),
changed as (
	select case_id, count(*) as changes from snapshot_change group by case_id
),
package as (
	select
		c.case_id, i.case_key, u.name as unit, u.zone, c.state::varchar as state, c.last_event,
		least(c.first_started, c.first_completed) as first_event,
		f.parent_key, f.name, f.office, f.method, f.stated, coalesce(f.places, []) as places,
		f.contract_value, f.estimate_value,
		coalesce(p.inside, 0) as windows_inside, coalesce(p.late, 0) as windows_late, coalesce(p.early, 0) as windows_early,
		coalesce(p.overdue, 0) as windows_overdue, coalesce(p.pending, 0) as windows_pending, coalesce(p.cancelled, 0) as windows_cancelled,
		p.delay, p.planned_day, p.document_day, coalesce(h.changes, 0) as changes,
		coalesce(
			case $sort::varchar
				when 'value' then coalesce(f.contract_value, f.estimate_value)
				when 'delay' then p.delay
				when 'stage' then list_max(f.places)
				else epoch(c.last_event)
			end,
			-1
		)::double as rank
	from chosen c
	join case_instance i on i.case_id = c.case_id
	join unit u on u.unit = c.unit
	left join fact f on f.case_id = c.case_id
	left join planned p on p.case_id = c.case_id
	left join changed h on h.case_id = c.case_id
),
fitting as (
	select *
	from package
	where ($search::varchar is null or contains(lower(concat_ws(' ', case_key, name, office, parent_key)), lower($search::varchar)))
		and list_has_all(places, $has::integer[])
		and (len($lacks::integer[]) = 0 or not list_has_all(places, $lacks::integer[]))
		and ($parent::varchar is null or parent_key = $parent::varchar)
		and (not $changed::boolean or changes > 0)
		and case $plan::varchar
			when 'inside' then windows_inside > 0
			when 'late' then windows_late > 0
			when 'early' then windows_early > 0
			when 'overdue' then windows_overdue > 0
			when 'pending' then windows_pending > 0
			when 'cancelled' then windows_cancelled > 0
			else true
		end
)
select *, (select count(*) from fitting) as total
from fitting
where $after::integer is null
	or (rank * $direction::integer, case_id * $direction::integer) < ($rank::double * $direction::integer, $after::integer * $direction::integer)
order by rank * $direction::integer desc, case_id * $direction::integer desc
limit $most::integer
