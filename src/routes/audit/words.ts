import { m } from '$lib/paraglide/messages';

const NAMES: Record<string, () => string> = {
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
	unit_confirmed: m.audit_action_unit_confirmed,
	holiday_added: m.audit_action_holiday_added,
	holiday_removed: m.audit_action_holiday_removed,
	deviations_followed: m.audit_action_deviations_followed,
	report_made: m.audit_action_report_made,
	inference_confirmed: m.audit_action_inference_confirmed
};

/** What was done, in the interface's words; the record's own word for one that has none. */
export function actionName(action: string): string {
	return NAMES[action]?.() ?? action;
}

/** The details of an entry in one line: `role: analis, units: all`. */
export function detailText(detail: string): string {
	const read: unknown = JSON.parse(detail);
	if (typeof read !== 'object' || read === null) return detail;
	return Object.entries(read)
		.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
		.join(' · ');
}
