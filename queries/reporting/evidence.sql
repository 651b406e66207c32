-- Every source row that some deviations rest on.
-- params: ids — identities, in the order wanted
-- rows: one per deviation and source row
-- not null: id, case_key, kind, file_name, sha256, import, record
with asked as (
	select unnest($ids::varchar[])::ubigint as identity, generate_subscripts($ids::varchar[], 1) as place
)
select a.place::integer as place, d.identity::varchar as id, c.case_key, d.kind::varchar as kind, f.name as file_name, f.sha256, f.import, x.record
from asked a
join deviation d on d.identity = a.identity
join case_instance c on c.case_id = d.case_id
join event_source x on x.event = d.event
join import_file f on f.file = x.file
order by a.place, f.import, f.name, x.record
