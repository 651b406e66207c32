-- Makes room for the typed events where each of them is new.
drop table new_event
