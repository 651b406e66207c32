-- Evaluation sheets of supporting services.
-- params: unit, service, sheet — null for all
-- rows: one per sheet, the latest due first
-- not null: sheet, service, unit, unit_name, zone, name, supplier, case_key, due, state, revision, terminated
select
	e.sheet, e.service, u.code as unit, u.name as unit_name, u.zone, s.name, s.supplier, s.tax, e.case_key, e.due, e.state,
	e.revision, e.scheme, e.scheme_version, e.scheme_document, e.scores, e.comments, e.terminated, e.total, e.filled_by, e.follow_up
from evaluation_sheet e
join supporting_service s on s.service = e.service
join unit u on u.unit = e.unit
where ($unit::integer is null or e.unit = $unit::integer)
	and ($service::integer is null or e.service = $service::integer)
	and ($sheet::integer is null or e.sheet = $sheet::integer)
order by e.due desc, e.sheet desc
