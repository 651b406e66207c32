-- The documents that wordings say or show to be missing; null where it is not said which.
create or replace temp table document_missing (wording varchar not null, kind varchar not null, object varchar);
