-- An inferred value that an office has confirmed: who and when. Added to, never changed.
create table sop_confirmation (
	sop varchar not null,
	step_id varchar not null,
	field varchar not null,
	target varchar not null,
	confirmed_by varchar not null,
	confirmed_at timestamp not null,
	sample boolean not null
);
