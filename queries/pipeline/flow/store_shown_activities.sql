-- Keeps which activities the files of the running import have.
-- rows: one per file, office and activity
insert into shown_activity from new_shown_activity
