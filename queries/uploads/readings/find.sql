-- How files with a header were last read, by somebody before by others.
-- params: header, owner
-- rows: one per person
-- not null: own, reading
select owner = $owner::varchar as own, reading from saved_reading where header = $header::varchar
order by own desc, saved_at desc
limit 1
