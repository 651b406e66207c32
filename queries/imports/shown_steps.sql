-- From when to when the events of each file of an import are, and the steps of its SOP, as it was in force last in that time, that none of
-- them shows. A text that the SOP gives to several steps shows each of them.
-- params: import
-- rows: one per file that has events, and step that it does not show; one with a null step where it shows all, or has no SOP
-- not null: file, first_day, last_day
with spoken as (
	select s.file, s.process, min(s.first_day) as first_day, max(s.last_day) as last_day
	from shown_activity s
	join import_file f on f.file = s.file and f.import = $import::integer
	group by s.file, s.process
),
versioned as (
	select w.file, w.first_day, w.last_day, arg_max(v.version, coalesce(v.effective_from, '0001-01-01'::date)) as version
	from spoken w
	left join sop_version v on v.process = w.process and coalesce(v.effective_from, '0001-01-01'::date) <= w.last_day
	group by w.file, w.first_day, w.last_day
),
seen as (
	select distinct w.file, n.step
	from versioned w
	join shown_activity s on s.file = w.file
	join activity a on a.activity = s.activity
	join sop_name n on n.version = w.version and n.name = a.name
	union
	select distinct w.file, n.step
	from versioned w
	join shown_activity s on s.file = w.file
	join activity_step n on n.version = w.version and n.activity = s.activity
)
select w.file, w.first_day, w.last_day, t.step, t.no, t.activity, t.names
from versioned w
left join (
	select t.version, t.step, t.no, t.activity, s.file, (select list(n.name order by n.name) from sop_name n where n.version = t.version and n.step = t.step) as names
	from sop_step t
	join versioned s on s.version = t.version
	where t.kind = 'step' and not exists (from seen k where k.file = s.file and k.step = t.step)
) t on t.file = w.file
order by w.file, t.step
