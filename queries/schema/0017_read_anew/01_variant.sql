-- What rests on inferred edges is told apart anew, and documents are checked: every case with an SOP is judged once more.
update variant set free = null where version <> 0
