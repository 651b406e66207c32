-- Forgets all matches; they are few, and made anew with each import.
delete from activity_step
