-- Adds an evaluation sheet of a sample service as far as it has come; revision is the number of its acts.
insert into evaluation_sheet
select
	$sheet::integer, s.service, s.unit, $case_key::varchar, $due::date, $state::varchar, $revision::integer, $scheme::varchar,
	$scheme_version::integer, $scheme_document::varchar, $scores::varchar, $comments::varchar, false, $total::bigint,
	$filled_by::varchar, $follow_up::varchar
from supporting_service s
where s.service = $service::integer
