-- Makes a report no more; those that were made are kept.
delete from report_schedule where schedule = $schedule::integer
