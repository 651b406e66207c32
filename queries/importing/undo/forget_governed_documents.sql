-- Takes away what is known of planned stages and documents that are gone.
delete from governed_document
where planned_activity not in (select activity from activity) or document_activity not in (select activity from activity)
