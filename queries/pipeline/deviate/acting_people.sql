-- Whether anything can be known of the roles of those who acted in the judged cases: from the offices' tables of persons, or
-- from roles that the log itself writes.
-- rows: one
-- not null: any
select exists (from person_role) or exists (from every_role) as any
