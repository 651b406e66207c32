-- Whether a person has the same role already on some date of a span.
-- params: unit, person, role, valid_from; valid_until — null for still; but — an entry that does not count, null for none
-- rows: one per such entry
-- not null: valid_from
select valid_from, valid_until
from person_role
where unit = $unit::integer
	and trim(regexp_replace(lower(person), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower($person::varchar), '[^\p{L}\p{N}]+', ' ', 'g'))
	and trim(regexp_replace(lower(role), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower($role::varchar), '[^\p{L}\p{N}]+', ' ', 'g'))
	and valid_from <= coalesce($valid_until::date, valid_from)
	and coalesce(valid_until, $valid_from::date) >= $valid_from::date
	and ($but::integer is null or entry <> $but::integer)
