-- How many filled sheets hold a version of a scheme.
-- rows: one per scheme and version
-- not null: scheme, version, sheets
select scheme, scheme_version as version, count(*)::integer as sheets
from evaluation_sheet
where scheme is not null and scheme_version is not null
group by scheme, scheme_version
order by scheme, scheme_version
