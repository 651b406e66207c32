-- Cases with dates of day precision whose events the SOP would put in another order than their source has them, with both
-- sequences (steps, 0 outside the SOP), whether each would be complete, and one name for all that is decided alike.
create or replace temp table contested_case (
	case_id integer not null,
	version integer not null,
	free integer[] not null,
	own_steps integer[] not null,
	own_complete boolean not null,
	source_steps integer[] not null,
	source_complete boolean not null,
	contest varchar not null
);
