-- What a sequence is read along, beside the SOP version: the steps whose absence costs nothing, because they are optional or
-- because no import of the office can show them; sorted. Null: to be read anew.
alter table variant add column free integer[];
