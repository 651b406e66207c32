-- One row per step occurrence and per limit of a case. basis: service, sojourn, limit, open (the open step
-- of a running or abandoned case, judged at the data date), none. gross and net are the time used, budget
-- the time allowed, all in the budget's clock: seconds (working, elapsed) or days (workday, calendar); net
-- is gross less outages. verdict excused: late gross, on time net. day: local date of completion.
-- event is that of the completion (null for an open step that has not started), from_event that of the
-- predecessor whose completion starts a sojourn, or of a limit's start.
create table measurement (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	version integer not null,
	step integer not null,
	occurrence integer not null,
	last_pass boolean not null,
	event bigint,
	from_event bigint,
	basis basis not null,
	precision utinyint not null,
	elapsed_seconds bigint,
	working_seconds bigint,
	gross bigint,
	net bigint,
	budget integer,
	ratio double generated always as (net / nullif(budget, 0)) virtual,
	verdict verdict not null,
	reason unmeasured_reason,
	provisional boolean not null,
	day date
);
