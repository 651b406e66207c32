-- Notes that the event of an act is among the cases.
update evaluation_act set published = true where act = $act::integer
