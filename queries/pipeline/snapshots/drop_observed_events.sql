-- Takes the observed events of the touched cases out of those that are kept: they are made anew from the pictures.
delete from kept_event where event in (select event from snapshot_change)
