-- Every case of a process is to be read anew.
insert into touched_case select case_id from case_instance where process = $process::integer
