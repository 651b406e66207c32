-- The activities of the file being staged, as it writes them, and the activity that each is.
create or replace temp table written_activity (activity_written varchar, step_written varchar, text varchar, step_ref varchar, activity integer);
