-- Notes that the sequences of an SOP version that is given anew have not been read along it.
update variant set free = null, cost = null, shortest_path = null where version = $version::integer
