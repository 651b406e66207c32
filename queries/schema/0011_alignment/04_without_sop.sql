-- What no SOP reads needs no reading.
update variant set free = [] where version = 0;
