-- Fills a unit's own calendar with the days of the one it is based on and the unit's local holidays, given as equally
-- long lists. A local holiday counts only where the base has office hours. The running sums are those of the day
-- rows of the base: see calendar_day.
-- params: calendar, base; day, title, decree — lists
insert into calendar_day
with own as (
	select unnest($day::date[]) as day, unnest($title::varchar[]) as title, unnest($decree::varchar[]) as decree
),
laid as (
	select b.*, o.title as own_title, o.decree as own_decree, o.day is not null and b.slot1_end > b.slot1_start as closed
	from calendar_day b
	left join own o on o.day = b.day
	where b.calendar = $base::integer
),
kept as (
	select
		day, covered, closed, own_title, own_decree, kind, title, decree, estimated,
		case when closed then 0 else slot1_start end as s1, case when closed then 0 else slot1_end end as e1,
		case when closed then 0 else slot2_start end as s2, case when closed then 0 else slot2_end end as e2,
		case when closed then 0 else slot3_start end as s3, case when closed then 0 else slot3_end end as e3
	from laid
)
select
	$calendar::integer,
	day,
	covered,
	case when closed then 'libur_lokal' else kind end,
	case when closed then own_title else title end,
	case when closed then own_decree else decree end,
	case when closed then false else estimated end,
	s1, e1, s2, e2, s3, e3,
	coalesce(sum(e1 - s1 + e2 - s2 + e3 - s3) over earlier, 0)::bigint + 1000000000000 * count(*) filter (not covered) over earlier,
	(count(*) filter (e1 > s1) over earlier + (e1 > s1)::integer)::integer
from kept
window earlier as (order by day rows between unbounded preceding and 1 preceding)
order by day
