-- Where a text that the SOP gives to several steps stands in the SOP's own order within a date, by case.
create or replace temp table case_choice (case_id integer not null, entry integer not null, step integer not null);
