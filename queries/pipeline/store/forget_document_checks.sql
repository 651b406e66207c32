-- Takes away what the log said of the documents of the cases that are judged anew.
delete from document_check where case_id in (select case_id from judged_case) or case_id in (select case_id from touched_case)
