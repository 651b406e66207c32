-- Whether an SOP by which cases are judged has steps in any order.
-- rows: one
-- not null: any
select exists (from sop_step where any_order is not null and version in (select version from judged_case)) as any
