-- How a variant reads along its SOP. kind: 0 synchronous, 1 log move, 2 model move. position is that of
-- the event (null for a model move); predecessor the position of the immediate predecessor on the path,
-- only where nothing unseen or foreign lies between.
create table move (
	variant integer not null,
	ordinal integer not null,
	kind utinyint not null,
	position integer,
	step integer,
	occurrence integer,
	predecessor integer
);
