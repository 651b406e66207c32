-- Events of touched cases that the store already has, while they are put in order anew.
create or replace temp table kept_event as from new_event limit 0;
