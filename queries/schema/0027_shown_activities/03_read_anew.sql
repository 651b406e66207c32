-- Until now a step that any import of an office shows was missing from all of its cases: each is judged once more.
update variant set free = null where version <> 0;
