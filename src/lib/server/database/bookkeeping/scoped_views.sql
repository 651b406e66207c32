-- Views of one connection that stand in for tables of the same name, so that every query of a person who is held to some
-- offices sees the rows of these only, without saying so. "@store" is the name of the store's database.
-- What is not here is shared: the catalogue, calendars, names of activities and actors, and tables that are only reached
-- by the number of an event or a file that is seen.
create temp table visible_unit (code varchar);
create temp view unit as
	select * from "@store".main.unit where code in (select code from visible_unit);
create temp view case_instance as
	select * from "@store".main.case_instance where unit in (select unit from unit);
create temp view case_state as
	select * from "@store".main.case_state where unit in (select unit from unit);
create temp view measurement as
	select * from "@store".main.measurement where unit in (select unit from unit);
create temp view step_occurrence as
	select * from "@store".main.step_occurrence where unit in (select unit from unit);
create temp view deviation as
	select * from "@store".main.deviation where unit in (select unit from unit);
create temp view shown_activity as
	select * from "@store".main.shown_activity where unit in (select unit from unit);
create temp view document_check as
	select * from "@store".main.document_check where unit in (select unit from unit);
create temp view schedule_window as
	select * from "@store".main.schedule_window where unit in (select unit from unit);
create temp view snapshot_row as
	select * from "@store".main.snapshot_row where case_id in (select case_id from case_instance);
create temp view snapshot_change as
	select * from "@store".main.snapshot_change where unit in (select unit from unit);
create temp view data_date as
	select * from "@store".main.data_date where unit in (select unit from unit);
create temp view outage as
	select * from "@store".main.outage where unit in (select unit from unit);
create temp view outage_file as
	select * from "@store".main.outage_file where unit in (select unit from unit);
create temp view outage_span as
	select * from "@store".main.outage_span where unit in (select unit from unit);
create temp view person_role as
	select * from "@store".main.person_role where unit in (select unit from unit);
create temp view outage_lost_day as
	select * from "@store".main.outage_lost_day where unit in (select unit from unit);
create temp view event as
	select * from "@store".main.event where case_id in (select case_id from case_instance);
create temp view case_fact as
	select * from "@store".main.case_fact where case_id in (select case_id from case_instance);
create temp view spreadsheet_row as
	select * from "@store".main.spreadsheet_row where case_id in (select case_id from case_instance);
-- An import is seen by whoever sees all offices that it speaks of: its history and its rejected rows tell of all of them.
create temp view import as
	select * from "@store".main.import where import in (
		select import from "@store".main.import_unit group by import having bool_and(unit_code in (select code from visible_unit))
	);
create temp view import_record as
	select * from "@store".main.import_record where import in (select import from import);
create temp view import_reject as
	select r.* from "@store".main.import_reject r
	join "@store".main.import_file f on f.file = r.file
	join import i on i.import = f.import;
-- The name of a file stands beside each row of a case, also where others are in it too.
create temp view import_file as
	select * from "@store".main.import_file where import in (
		select import from "@store".main.import_unit where unit_code in (select code from visible_unit)
	);
create temp view import_unit as
	select * from "@store".main.import_unit where unit_code in (select code from visible_unit);
create temp view audit_entry as
	select * from "@store".main.audit_entry where unit_code in (select code from visible_unit);
create temp view followed_deviation as
	select * from "@store".main.followed_deviation where unit in (select unit from unit);
create temp view saved_view as
	select * from "@store".main.saved_view where unit is null or unit in (select unit from unit);
create temp view follow_up as
	select * from "@store".main.follow_up where unit in (select unit from unit);
-- What is not attached yet is asked for by its owner only.
create temp view evidence_file as
	select * from "@store".main.evidence_file where bundle is null or bundle in (select bundle from follow_up);
create temp view supporting_service as
	select * from "@store".main.supporting_service where unit in (select unit from unit);
create temp view service_document as
	select * from "@store".main.service_document where service in (select service from supporting_service);
create temp view evaluation_sheet as
	select * from "@store".main.evaluation_sheet where unit in (select unit from unit);
create temp view evaluation_act as
	select * from "@store".main.evaluation_act where unit in (select unit from unit);
-- A report of all offices is for those who see all of them.
create temp view report_schedule as
	select * from "@store".main.report_schedule where unit_code in (select code from visible_unit);
create temp view kept_report as
	select * from "@store".main.kept_report where unit_code in (select code from visible_unit);
