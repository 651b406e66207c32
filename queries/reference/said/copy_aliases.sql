-- Texts that mean a step mean it in other words too, once the transcription of these words was corrected.
-- params: sop, step_id; subject — the words until now; corrected — the words from now on
insert into step_alias (sop, step_id, name, text, saved_by, saved_at, subject)
select sop, step_id, name, text, saved_by, saved_at, $corrected::varchar
from step_alias
where sop = $sop::varchar and step_id = $step_id::varchar and subject = $subject::varchar
	and name not in (select name from step_alias where sop = $sop::varchar and subject = $corrected::varchar)
