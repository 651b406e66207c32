-- Open steps, texts of several steps, unknown hours and what each deviation rests on: every case with an SOP is judged once more.
update variant set free = null where version <> 0;
