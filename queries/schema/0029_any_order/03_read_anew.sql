-- Their cases were read as if a step of a group could be left out: each is read once more.
update variant set free = null where version in (select version from sop_step where any_order is not null)
