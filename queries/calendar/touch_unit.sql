-- Every case of a unit is to be read anew.
-- params: unit
insert into touched_case select case_id from case_instance where unit = $unit::integer
