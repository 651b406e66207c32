-- The history goes on under the identity that stays.
update follow_up set identity = c.identity from carried_follow_up c where follow_up.identity = c.old;
