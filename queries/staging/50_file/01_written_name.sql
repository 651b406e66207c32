-- The actors and roles of the file being staged, as it writes them, and their numbers.
create or replace temp table written_name (dictionary varchar not null, written varchar, name varchar, number integer);
