-- The local date before which an explanation is asked for; null of every other act.
alter table follow_up add column due date
