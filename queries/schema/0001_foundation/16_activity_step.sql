-- Which step (or milestone) of an SOP version an activity is; an activity without a row is outside the SOP.
create table activity_step (
	version integer not null,
	activity integer not null,
	step integer not null
);
