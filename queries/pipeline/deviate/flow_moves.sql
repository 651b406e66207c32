-- Whether any sequence departs from the flow of its SOP.
-- rows: one
-- not null: any
select exists (from every_move where deviation is not null) as any
