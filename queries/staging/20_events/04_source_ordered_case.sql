-- Cases that keep the order of their source within dates of day precision, because it aligns with the SOP at less cost.
create or replace temp table source_ordered_case (case_id integer not null);
