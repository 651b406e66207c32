import { localFromEpoch, parseZone } from '$lib/domain/calendar/zones';
import { formatLocal } from '$lib/domain/calendar/local-time';
import {
	checkAct,
	dueDates,
	isFollowUp,
	isSheetState,
	type ActKind,
	type FollowUp,
	type SheetState
} from '$lib/domain/evaluations/flow';
import { totalOf, type Scores } from '$lib/domain/evaluations/score';
import { isDate } from '$lib/domain/filters/period';
import { UserError } from '$lib/domain/user-error';
import type { Reading, Store, Transaction } from '../../database/store';
import type { Queries } from '../../database/generated/queries';
import { currentVersion, findSchemeHistory } from '../schemes/versions';

export type SheetRow = Queries['suppliers/services/sheets']['row'];

/** Who acts: the name of the account decides, the full name is written on the sheet. */
export interface Evaluator {
	name: string;
	fullName: string;
}

/** What a filled sheet says. */
export interface SheetEntry {
	/** The scheme that whoever filled it saw, and its version. */
	scheme: string;
	version: number;
	scores: Scores;
	/** By aspect. */
	comments: Readonly<Record<string, string>>;
	terminated: boolean;
}

/** An act with a sheet, as somebody asks for it who saw a certain revision. */
export interface SheetAct {
	sheet: number;
	revision: number;
	kind: ActKind;
	reason: string;
	/** With `filled`. */
	entry?: SheetEntry;
	/** With `documented`. */
	followUp?: FollowUp;
}

const LONGEST_TEXT = 1000;

/** The sheet of a number. Throws UserError `sheet_not_found`. */
export async function findSheet(store: Reading, sheet: number): Promise<SheetRow> {
	const found = await store.get('suppliers/services/sheets', { unit: null, service: null, sheet });
	if (!found) throw new UserError('sheet_not_found');
	return found;
}

/** The state of a sheet as the flow knows it. */
export function stateOf(sheet: { state: string }): SheetState {
	if (!isSheetState(sheet.state)) throw new RangeError(`no state of a sheet: ${sheet.state}`);
	return sheet.state;
}

/**
 * Plans evaluations of a service: one, or one every so many months until its contract ends. Answers the numbers of
 * their sheets. Throws UserError `service_not_found`, `service_dates`, `service_months`.
 * @param given.due local date of the first, YYYY-MM-DD; `everyMonths` 0: it is the only one
 */
export async function planSheets(
	store: Store,
	given: { service: number; due: string; everyMonths: number }
): Promise<number[]> {
	const { service, everyMonths } = given;
	if (!isDate(given.due)) throw new UserError('service_dates');
	if (!Number.isInteger(everyMonths) || everyMonths < 0 || everyMonths > 60)
		throw new UserError('service_months');
	return store.write(async (tx) => {
		const found = await tx.get('suppliers/services/list', { unit: null, service });
		if (!found) throw new UserError('service_not_found');
		const sheets: number[] = [];
		for (const due of dueDates(given.due, everyMonths, found.ended)) {
			const sheet = (await tx.get('suppliers/services/next_sheet'))?.sheet ?? 1;
			const case_key = `EVAL-${service}-${due.slice(0, 7)}-${sheet}`;
			await tx.run('suppliers/services/add_sheet', { sheet, service, due, case_key });
			sheets.push(sheet);
		}
		return sheets;
	});
}

/**
 * Does something with a sheet. Of two people who act on the same revision one wins; the other is told, and nothing of
 * theirs is kept. Throws UserError `sheet_meanwhile` {by}, `sheet_incomplete`, `sheet_scheme_changed` {version},
 * `sheet_follow_up`, `text_too_long`, and as findSheet, checkAct and findSchemeHistory.
 * @param now the instant, UTC, ISO without zone
 */
export async function actOnSheet(
	store: Store,
	act: SheetAct,
	{ by, now }: { by: Evaluator; now: string }
): Promise<void> {
	if (act.reason.length > LONGEST_TEXT)
		throw new UserError('text_too_long', { most: LONGEST_TEXT });
	await store.write(async (tx) => {
		const found = await findSheet(tx, act.sheet);
		if (found.revision !== act.revision) {
			const acts = await tx.all('suppliers/services/acts', { sheet: act.sheet, unpublished: null });
			throw new UserError('sheet_meanwhile', { by: acts.at(-1)?.full_name ?? '—' });
		}
		checkAct(
			{ state: stateOf(found), filledBy: found.filled_by },
			{ kind: act.kind, by: by.name, reason: act.reason }
		);
		const filled = act.kind === 'filled' ? await readEntry(tx, act.entry) : null;
		if (act.kind === 'documented' && !isFollowUp(act.followUp))
			throw new UserError('sheet_follow_up');
		await tx.run('suppliers/services/move_sheet', {
			sheet: act.sheet,
			revision: act.revision,
			state: act.kind,
			scheme: filled?.scheme.id ?? null,
			scheme_version: filled?.scheme.version ?? null,
			scheme_document: filled && JSON.stringify(filled.scheme),
			scores: filled && JSON.stringify(filled.entry.scores),
			comments: filled && JSON.stringify(filled.entry.comments),
			terminated: filled?.entry.terminated ?? null,
			total: filled?.total ?? null,
			filled_by: filled && by.name,
			follow_up: act.kind === 'documented' ? (act.followUp ?? null) : null
		});
		const zone = parseZone(found.zone);
		await tx.run('suppliers/services/add_act', {
			sheet: act.sheet,
			kind: act.kind,
			by: by.name,
			full_name: by.fullName,
			at: formatLocal(localFromEpoch(Math.floor(Date.parse(`${now}Z`) / 1000), zone)),
			reason: act.reason.trim() === '' ? null : act.reason.trim()
		});
	});
}

/**
 * A filled sheet with its total. One that is handed over has one: an aspect left out makes it incomplete. It holds the
 * version in force; whoever saw another one looks again.
 */
async function readEntry(tx: Transaction, entry: SheetEntry | undefined) {
	if (!entry) throw new UserError('sheet_incomplete');
	for (const comment of Object.values(entry.comments))
		if (comment.length > LONGEST_TEXT) throw new UserError('text_too_long', { most: LONGEST_TEXT });
	const { scheme } = currentVersion(await findSchemeHistory(tx, entry.scheme));
	if (scheme.subject !== 'services') throw new UserError('unknown_scheme', { id: scheme.id });
	if (scheme.version !== entry.version)
		throw new UserError('sheet_scheme_changed', { version: scheme.version });
	const { total } = totalOf(scheme, entry);
	if (total === null) throw new UserError('sheet_incomplete');
	return { scheme, entry, total };
}
