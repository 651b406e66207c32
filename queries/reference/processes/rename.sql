-- Names a process anew: as the version of its SOP that comes into force last.
update process set title = $title::varchar where process = $process::integer and title <> $title::varchar
