-- Keeps a file of outages and answers its number.
-- params: unit; name; sha256; content — the text; by; now — UTC
-- rows: one
-- not null: outage_file
insert into outage_file
select (select coalesce(max(outage_file), 0) + 1 from outage_file), $unit::integer, $name::varchar, $sha256::varchar, $content::varchar, $by::varchar, $now::timestamp
returning outage_file
