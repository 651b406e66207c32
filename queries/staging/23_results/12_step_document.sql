-- The requirements and the outputs of the steps of the SOPs of the judged cases, where the SOP asks for any.
create or replace temp table step_document (version integer not null, step integer not null, kind deviation_kind not null, documents varchar[] not null);
