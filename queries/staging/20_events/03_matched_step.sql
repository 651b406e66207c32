-- Which step or milestone of an SOP version an activity is. Of a text that the SOP gives to several steps, choices are these, and
-- step is the entry that stands for them in a sequence: it is read as whichever of them costs least. is_end: so is each of them.
create or replace temp table matched_step (
	version integer not null,
	activity integer not null,
	step integer not null,
	milestone boolean not null,
	choices integer[],
	is_end boolean not null
);
