import type { ActName } from '$lib/domain/accounts/acts';
import { isFollowAct } from '$lib/domain/deviations/follow-up';
import { ACTS_DONE } from '$lib/format/follow-up';
import { formatCount } from '$lib/format/numbers';
import { m } from '$lib/paraglide/messages';

const NAMES: Record<ActName, () => string> = {
	signed_in: m.audit_action_signed_in,
	sign_in_failed: m.audit_action_sign_in_failed,
	signed_out: m.audit_action_signed_out,
	session_ended: m.audit_action_session_ended,
	sessions_ended: m.audit_action_sessions_ended,
	account_added: m.audit_action_account_added,
	account_changed: m.audit_action_account_changed,
	link_made: m.audit_action_link_made,
	link_used: m.audit_action_link_used,
	password_changed: m.audit_action_password_changed,
	totp_added: m.audit_action_totp_added,
	totp_removed: m.audit_action_totp_removed,
	token_added: m.audit_action_token_added,
	token_revoked: m.audit_action_token_revoked,
	refused: m.audit_action_refused,
	downloaded: m.audit_action_downloaded,
	imported: m.audit_action_imported,
	import_failed: m.audit_action_import_failed,
	import_cancelled: m.audit_action_import_cancelled,
	import_undone: m.audit_action_import_undone,
	samples_removed: m.audit_action_samples_removed,
	profile_added: m.audit_action_profile_added,
	profile_removed: m.audit_action_profile_removed,
	outage_added: m.audit_action_outage_added,
	outage_removed: m.audit_action_outage_removed,
	outages_imported: m.audit_action_outages_imported,
	outages_undone: m.audit_action_outages_undone,
	unit_confirmed: m.audit_action_unit_confirmed,
	holiday_added: m.audit_action_holiday_added,
	holiday_removed: m.audit_action_holiday_removed,
	deviations_followed: m.audit_action_deviations_followed,
	view_shared: m.audit_action_view_shared,
	view_removed: m.audit_action_view_removed,
	report_made: m.audit_action_report_made,
	report_removed: m.audit_action_report_removed,
	report_scheduled: m.audit_action_report_scheduled,
	report_unscheduled: m.audit_action_report_unscheduled,
	service_added: m.audit_action_service_added,
	service_document: m.audit_action_service_document,
	sheet_planned: m.audit_action_sheet_planned,
	sheet_acted: m.audit_action_sheet_acted,
	supplier_merged: m.audit_action_supplier_merged,
	supplier_split: m.audit_action_supplier_split,
	scheme_saved: m.audit_action_scheme_saved,
	sop_added: m.audit_action_sop_added,
	sop_removed: m.audit_action_sop_removed,
	person_role_added: m.audit_action_person_role_added,
	person_role_ended: m.audit_action_person_role_ended,
	person_role_removed: m.audit_action_person_role_removed,
	person_roles_imported: m.audit_action_person_roles_imported,
	inference_confirmed: m.audit_action_inference_confirmed
};

const DETAILS: Record<string, () => string> = {
	fullName: m.audit_detail_full_name,
	role: m.audit_detail_role,
	units: m.audit_detail_units,
	method: m.audit_detail_method,
	purpose: m.audit_detail_purpose,
	reason: m.audit_detail_reason,
	from: m.audit_detail_from,
	until: m.audit_detail_until,
	files: m.audit_detail_files,
	events: m.audit_detail_events,
	cases: m.audit_detail_cases,
	sessions: m.audit_detail_sessions,
	token: m.audit_detail_token,
	actions: m.audit_detail_actions,
	days: m.audit_detail_days,
	zone: m.audit_detail_zone,
	by: m.audit_detail_by,
	values: m.audit_detail_values,
	text: m.audit_detail_text,
	madeAt: m.reporting_made_at,
	madeBy: m.reporting_made_by,
	deviations: m.audit_detail_deviations,
	count: m.audit_detail_count,
	left: m.audit_detail_left,
	rows: m.audit_detail_rows,
	used: m.audit_detail_used,
	duplicates: m.audit_detail_duplicates,
	rejected: m.audit_detail_rejected,
	file: m.audit_detail_file,
	sop: m.audit_detail_sop,
	layout: m.audit_detail_layout,
	format: m.reporting_format,
	address: m.audit_detail_address,
	with: m.audit_detail_with,
	supplier: m.audit_detail_supplier,
	kind: m.audit_detail_kind,
	reference: m.audit_detail_reference,
	due: m.audit_detail_due,
	version: m.audit_detail_version,
	step: m.audit_detail_step,
	sha256: () => 'SHA-256'
};

/** Words that the record uses as values. */
const VALUES: Record<string, () => string> = {
	all: m.audit_value_all,
	link: m.audit_value_link,
	password: m.audit_value_password,
	office: m.audit_value_office,
	first: m.audit_value_first,
	reset: m.audit_value_reset,
	admin: m.audit_value_admin,
	analis: m.audit_value_analis,
	kepala: m.audit_value_kepala,
	inspektur: m.audit_value_inspektur
};

/** Ties an entry to those of a history; nothing that a person reads. It stands in the download. */
const HIDDEN = new Set(['bundle']);
const HASH_SHOWN = 12;
const TEXT_SHOWN = 160;

/** What was done, in the interface's words; the record's own word for one that has none. */
export function actionName(action: string): string {
	return wordOf(NAMES, action);
}

/** The details of an entry in one line, in the interface's words where there are any: `peran: Analis · unit: semua`. */
export function detailText(detail: string): string {
	const read: unknown = JSON.parse(detail);
	if (typeof read !== 'object' || read === null) return detail;
	return namedValues(read, ': ', ' · ');
}

/** What an entry is about, in the interface's words where the record has a code for it. */
export function objectText(action: string, object: string): string {
	if (action === 'deviations_followed' && isFollowAct(object)) return ACTS_DONE[object]();
	if (['imported', 'import_undone'].includes(action) && object !== '')
		return m.imports_number({ import: object });
	return object;
}

function namedValues(read: object, is: string, and: string): string {
	return Object.entries(read)
		.filter(([key]) => !HIDDEN.has(key))
		.map(([key, value]) => `${wordOf(DETAILS, key)}${is}${valueText(value, key)}`)
		.join(and);
}

function valueText(value: unknown, key: string): string {
	if (typeof value === 'number') return formatCount(value);
	if (typeof value === 'string') {
		if (key === 'sha256') return `${value.slice(0, HASH_SHOWN)}…`;
		const said = wordOf(VALUES, value);
		return said.length > TEXT_SHOWN ? `${said.slice(0, TEXT_SHOWN)}…` : said;
	}
	if (Array.isArray(value)) return value.map((one) => valueText(one, key)).join('; ');
	if (typeof value === 'object' && value !== null) {
		// A file, for one: its name, and what became of it.
		const { file, ...rest } = value as { file?: unknown };
		const about = namedValues(rest, ' ', ', ');
		return file === undefined ? about : `${valueText(file, 'file')} (${about})`;
	}
	return String(value);
}

/** Values are also what people typed: `constructor` is not a word of the table. */
function wordOf(words: Record<string, () => string>, word: string): string {
	return Object.hasOwn(words, word) ? (words[word]?.() ?? word) : word;
}
