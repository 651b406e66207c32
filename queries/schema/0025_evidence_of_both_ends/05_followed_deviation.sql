-- What it is about, likewise.
update followed_deviation set identity = c.identity, occurrence = c.occurrence from carried_follow_up c where followed_deviation.identity = c.old;
