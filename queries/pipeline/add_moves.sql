-- Stores the moves of variants, given as equally long lists.
insert into move
select
	unnest($variant::integer[]),
	unnest($ordinal::integer[]),
	unnest($kind::integer[]),
	unnest($position::integer[]),
	unnest($step::integer[]),
	unnest($occurrence::integer[]),
	unnest($last::boolean[]),
	unnest($predecessor::integer[])
