insert into visible_unit select unnest($codes::varchar[])
