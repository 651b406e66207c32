-- Takes away the processes that are no SOP and have neither cases nor files.
delete from process
where kind <> 'sop' and process not in (select process from case_instance) and process not in (select process from import_file) and process not in (select process from followed_deviation)
