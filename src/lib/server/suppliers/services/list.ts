import { dateOf, dayNumber } from '$lib/domain/calendar/local-time';
import { localFromEpoch, parseZone } from '$lib/domain/calendar/zones';
import {
	contractState,
	DOCUMENT_KINDS,
	documentState,
	type ContractState,
	type DocumentKind,
	type DocumentState
} from '$lib/domain/evaluations/flow';
import { isDate } from '$lib/domain/filters/period';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { findUnit } from '../../offices/units';

/** A supporting service as a list shows it. */
export interface Service {
	service: number;
	unit: string;
	unitName: string;
	name: string;
	supplier: string;
	started: string;
	ended: string;
	/** Calendar days to the last day of the contract; negative after it. */
	daysLeft: number;
	contract: ContractState;
	documents: {
		kind: DocumentKind;
		state: DocumentState;
		reference: string | null;
		validUntil: string | null;
	}[];
}

const LONGEST_TEXT = 300;

/** The date that the clock of an office shows at an instant (UTC, ISO without zone). Throws as parseZone. */
export function localDate(now: string, zone: string): string {
	return dateOf(localFromEpoch(Math.floor(Date.parse(`${now}Z`) / 1000), parseZone(zone)));
}

/**
 * The supporting services of an office (null: all), or one of them, with their documents and contract periods, as of
 * the date that its clock shows at an instant (UTC, ISO without zone).
 */
export async function listServices(
	store: Store,
	{ unit, service = null, now }: { unit: number | null; service?: number | null; now: string }
): Promise<Service[]> {
	const [services, documents] = await Promise.all([
		store.kept('suppliers/services/list', { unit, service }),
		store.kept('suppliers/services/documents')
	]);
	return services.map((row) => {
		const today = localDate(now, row.zone);
		const daysLeft = dayNumber(row.ended) - dayNumber(today);
		return {
			service: row.service,
			unit: row.unit,
			unitName: row.unit_name,
			name: row.name,
			supplier: row.supplier,
			started: row.started,
			ended: row.ended,
			daysLeft,
			contract: contractState(row.started, today, daysLeft, row.notice_days),
			documents: DOCUMENT_KINDS.map((kind) => {
				const found = documents.find((one) => one.service === row.service && one.kind === kind);
				const validUntil = found?.valid_until ?? null;
				return {
					kind,
					state: documentState(found && { validUntil }, today),
					reference: found?.reference ?? null,
					validUntil
				};
			})
		};
	});
}

/**
 * Adds a supporting service. Throws UserError `unknown_unit`, `service_text_missing`, `text_too_long`,
 * `service_dates`, `service_notice`.
 * @param now the instant, UTC, ISO without zone
 */
export async function addService(
	store: Store,
	given: {
		unit: string;
		name: string;
		supplier: string;
		tax: string;
		started: string;
		ended: string;
		noticeDays: number;
	},
	{ by, now }: { by: string; now: string }
): Promise<void> {
	const [name, supplier] = [readText(given.name), readText(given.supplier)];
	if (!isDate(given.started) || !isDate(given.ended) || given.ended < given.started)
		throw new UserError('service_dates');
	if (!Number.isInteger(given.noticeDays) || given.noticeDays < 0 || given.noticeDays > 730)
		throw new UserError('service_notice');
	await store.write(async (tx) => {
		await findUnit(tx, given.unit);
		await tx.run('suppliers/services/add', {
			unit: given.unit,
			name,
			supplier,
			tax: given.tax.trim() === '' ? null : given.tax.trim(),
			started: given.started,
			ended: given.ended,
			notice_days: given.noticeDays,
			by,
			now
		});
	});
}

/**
 * Notes a document of a service. Throws UserError `service_not_found`, `service_text_missing`, `text_too_long`,
 * `service_dates`, `service_document`.
 * @param now the instant, UTC, ISO without zone
 */
export async function addDocument(
	store: Store,
	given: { service: number; kind: string; reference: string; validUntil: string },
	{ by, now }: { by: string; now: string }
): Promise<void> {
	const kind = DOCUMENT_KINDS.find((one) => one === given.kind);
	if (!kind) throw new UserError('service_document');
	const reference = readText(given.reference);
	if (given.validUntil !== '' && !isDate(given.validUntil)) throw new UserError('service_dates');
	await store.write(async (tx) => {
		const found = await tx.get('suppliers/services/list', { unit: null, service: given.service });
		if (!found) throw new UserError('service_not_found');
		await tx.run('suppliers/services/add_document', {
			...{ service: given.service, kind, reference, by, now },
			valid_until: given.validUntil === '' ? null : given.validUntil
		});
	});
}

function readText(text: string): string {
	const read = text.trim();
	if (read === '') throw new UserError('service_text_missing');
	if (read.length > LONGEST_TEXT) throw new UserError('text_too_long', { most: LONGEST_TEXT });
	return read;
}
