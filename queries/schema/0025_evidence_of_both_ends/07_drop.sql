-- Carried over.
drop table carried_follow_up;
