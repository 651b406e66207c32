-- Log moves, and model moves of steps that are not free; null without an SOP, and where its ends cannot be reached.
alter table variant add column cost integer;
