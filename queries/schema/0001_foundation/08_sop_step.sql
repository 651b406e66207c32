-- *_provisional: rests on an inferred value that no office has confirmed yet.
-- Steps (kind 'step'), service limits (kind 'limit', judged like a step) and milestones (kind
-- 'milestone', events outside the flow) of an SOP version; step numbers are the order of the document.
create table sop_step (
	version integer not null,
	step integer not null,
	kind varchar not null,
	step_id varchar not null,
	no varchar not null,
	activity varchar not null,
	actors varchar[] not null,
	supplier boolean not null,
	is_start boolean not null,
	is_end boolean not null,
	optional boolean not null,
	clock clock,
	budget_seconds integer,
	budget_days integer,
	budget_months integer,
	counts_first_day boolean not null,
	budget_provisional boolean not null,
	actors_provisional boolean not null,
	limit_from integer,
	limit_to integer
);
