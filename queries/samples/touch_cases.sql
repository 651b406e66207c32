-- Cases that are left in the offices of the samples, because somebody imported files of their own into one, are to
-- be read anew.
insert into touched_case
select case_id from case_instance where unit in (select unit from unit where sample)
