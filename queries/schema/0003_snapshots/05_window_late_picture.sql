-- Whether no picture was pulled before the window's end, so that the earliest one had to do.
alter table schedule_window add column late_picture boolean;
