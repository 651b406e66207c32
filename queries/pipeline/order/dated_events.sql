-- Whether the touched cases have any event that is known to the day only.
-- rows: one
-- not null: any
select exists (from new_event where precision = 3 and kind <> 3) or exists (from kept_event where precision = 3 and kind <> 3) as any
