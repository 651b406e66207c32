-- What is kept of a cell: the value under a key of the JSON object in it where there is a key; then as plain text, of
-- "NIP - Name" one part, or an amount as a number.
create or replace temp macro taken(cell, take, key) as
	list_transform(
		[plain_text(case when key <> '' then json_extract_string(try_cast(cell as json), '/' || key) else cell end)],
		lambda found: case
			when take = 'money' then money(found)
			when take = 'name' then coalesce(nullif(regexp_extract(found, '^[\d*]{8,20} ?- ?(.+)$', 1), ''), found)
			when take = 'nip' then nullif(regexp_extract(found, '^([\d*]{8,20})(?: ?- ?.+)?$', 1), '')
			else found
		end
	)[1];
