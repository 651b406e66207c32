-- Whether any case has a sequence that has not been read along its SOP.
-- rows: one
-- not null: unread
select exists (from variant where free is null) as unread
