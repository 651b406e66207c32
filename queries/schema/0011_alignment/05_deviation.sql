-- The kind of deviation that a move is, null where it is none: of a pair (a step out of its order) the log move bears it.
alter table move add column deviation deviation_kind;
