-- Adds an entry to the record.
insert into audit_entry values (
	$entry::bigint, $happened_at::timestamp, $account::integer, $actor::varchar, $address::varchar, $action::varchar, $object::varchar,
	$unit_code::varchar, $detail::varchar, $previous_hash::varchar, $hash::varchar
)
