-- The reports without what they are of.
drop table kept_report
