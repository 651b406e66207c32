-- Keeps the planned windows of the judged cases.
-- rows: one per planned window that governs a document
insert into schedule_window from new_schedule_window
