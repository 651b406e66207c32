-- What rests on an SOP's process, so that the SOP cannot be taken away.
-- params: process
-- rows: one; files — of imports in force that were read as its cases; followed — deviations that somebody dealt with
-- not null: cases, files, followed
select
	(select count(*) from case_instance where process = $process::integer) as cases,
	(select count(*) from import_file where process = $process::integer) as files,
	(select count(*) from followed_deviation where process = $process::integer) as followed
