-- The cases of the file being staged, as it writes them.
create or replace temp table written_case (unit_written varchar, case_written varchar, unit_code varchar, case_key varchar);
