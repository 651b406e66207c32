-- Which group a step is of whose steps may be done in any order; null of the others.
alter table sop_step add column any_order integer;
