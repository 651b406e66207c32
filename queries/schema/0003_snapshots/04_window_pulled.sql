-- When the picture was pulled by whose window the document is judged.
alter table schedule_window add column pulled timestamp;
