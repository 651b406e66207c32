-- How a variant reads along its SOP. kind: 0 synchronous, 1 log move, 2 model move. position is that of
-- the event (null for a model move); occurrence counts the moves of a step; last_pass marks the last
-- occurrence of a step; predecessor is the position of the immediate predecessor on the path, only where
-- nothing unseen or foreign lies between.
create table move (
	variant integer not null,
	ordinal integer not null,
	kind utinyint not null,
	position integer,
	step integer,
	occurrence integer,
	last_pass boolean not null,
	predecessor integer
);
