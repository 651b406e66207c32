-- Whether the deviation rests on an inferred edge, start or end of the SOP that no office has confirmed yet.
alter table move add column provisional boolean;
