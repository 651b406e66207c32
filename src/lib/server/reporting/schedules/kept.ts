import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { REPORT_LAYOUTS } from '$lib/domain/reporting/report';
import { duePeriods } from '$lib/domain/reporting/schedule';
import { UserError } from '$lib/domain/user-error';
import type { Store } from '../../database/store';
import { folderBeside } from '../../uploads/settings';
import { recordAct } from '../../audit/append';
import { makeReport, parseReportFormat, type MadeReport } from '../make-report';
import { noting } from '../verification/record';
import { parseSchedulePeriod } from './schedules';

/** Who makes what nobody asked for at that moment. */
export const SCHEDULER = 'jadwal laporan';

/**
 * Makes every report that is due, also of periods that passed while no server ran. One that cannot be made stops no other.
 * @param given.today the local date of the offices; given.now the instant, UTC, ISO without zone
 * @returns how many were made
 */
export async function makeDueReports(
	store: Store,
	given: { today: string; now: string; failed?: (error: unknown) => void }
): Promise<number> {
	let made = 0;
	for (const schedule of await store.all('reporting/schedules/list')) {
		const every = parseSchedulePeriod(schedule.every);
		for (const { from: since, to: until } of duePeriods(every, schedule.until, given.today))
			try {
				const by = { name: SCHEDULER, now: given.now };
				await makeAndKeep(store, { ...schedule, since, until }, by);
				made++;
			} catch (error) {
				if (store.closed) return made;
				given.failed?.(error);
			}
	}
	return made;
}

/**
 * Makes a kept report anew with the data of now; the old one stays beside it. Answers its file's name and its office.
 * @param given.now the instant, UTC, ISO without zone; given.locale where its schedule, which knew its language, is gone
 * @throws UserError `report_not_found`; as makeReport
 */
export async function remakeKeptReport(
	store: Store,
	given: { report: string; by: string; now: string; locale: 'id' | 'en' }
): Promise<{ name: string; unit: string | null }> {
	const found = await store.get('reporting/kept/find', { report: given.report });
	if (!found) throw new UserError('report_not_found');
	const format = found.name.slice(found.name.lastIndexOf('.') + 1);
	const kept = { ...found, locale: found.locale ?? given.locale, format };
	const name = await makeAndKeep(store, kept, { name: given.by, now: given.now });
	return { name, unit: found.unit_code };
}

/** What a kept report is of. */
interface Wanted {
	schedule: number;
	unit_code: string | null;
	sop: string | null;
	filters: string;
	layout: string;
	locale: string;
	format: string;
	since: string;
	until: string;
}

async function makeAndKeep(
	store: Store,
	wanted: Wanted & { added_by?: string },
	by: { name: string; now: string }
): Promise<string> {
	const { unit_code: unit, sop, filters, since: from, until: to } = wanted;
	const layout = REPORT_LAYOUTS.find((name) => name === wanted.layout) ?? 'case';
	const locale = wanted.locale === 'en' ? 'en' : 'id';
	const report = await makeReport(
		store,
		{ unit, sop, from, to, filters, layout, locale },
		parseReportFormat(wanted.format),
		{ madeAt: by.now, madeBy: by.name }
	);
	const askedBy = wanted.added_by ?? by.name;
	await keep(store, report, { ...wanted, askedBy, madeBy: by.name, now: by.now });
	return report.fileName;
}

/** How long a reason can be. */
const LONGEST_REASON = 500;

/**
 * Removes the file of a kept report for good; that there was one, who removed it and why stays. It is not made again.
 * Answers the file's name, its SHA-256 and the office it was of.
 * @param given.now the instant, UTC, ISO without zone
 * @throws UserError `report_not_found`, `report_reason_missing`
 */
export async function removeKeptReport(
	store: Store,
	given: { report: string; reason: string; by: string; now: string }
): Promise<{ name: string; sha256: string; unit: string | null }> {
	const reason = given.reason.trim().slice(0, LONGEST_REASON);
	if (reason === '') throw new UserError('report_reason_missing');
	const found = await store.get('reporting/kept/find', { report: given.report });
	if (!found) throw new UserError('report_not_found');
	const { report, by, now } = given;
	await store.writeAside((tx) => tx.run('reporting/kept/remove', { report, by, reason, now }));
	await rm(join(folderBeside(store, 'reports'), found.report), { force: true });
	return { name: found.name, sha256: found.sha256, unit: found.unit_code };
}

/**
 * A report that was made by itself, as it was written then.
 * @throws UserError `report_not_found`, also where it was removed
 */
export async function readKeptReport(store: Store, report: string) {
	const found = await store.get('reporting/kept/find', { report });
	if (!found) throw new UserError('report_not_found');
	const path = join(folderBeside(store, 'reports'), found.report);
	const handle = await open(path).catch(() => undefined);
	if (!handle) throw new UserError('report_not_found');
	await handle.close();
	const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
	return { ...found, body };
}

async function keep(
	store: Store,
	report: MadeReport,
	of: Wanted & { askedBy: string; madeBy: string; now: string }
): Promise<void> {
	const id = randomUUID();
	const actor = { account: null, name: of.madeBy, address: '' };
	const { bytes, metadata, fileName, mediaType } = noting(report, (act) =>
		recordAct(store, actor, act, of.now)
	);
	const folder = folderBeside(store, 'reports');
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, id);
	try {
		const file = await open(path, 'wx', 0o600);
		const hash = createHash('sha256');
		let size = 0;
		try {
			for await (const part of bytes) {
				hash.update(part);
				size += part.byteLength;
				await file.write(part);
			}
		} finally {
			await file.close();
		}
		await store.writeAside((tx) =>
			tx.run('reporting/kept/add', {
				report: id,
				schedule: of.schedule,
				...{ unit: of.unit_code, sop: of.sop, filters: of.filters, layout: of.layout },
				asked_by: of.askedBy,
				since: of.since,
				until: of.until,
				name: fileName,
				media_type: mediaType,
				bytes: size,
				sha256: hash.digest('hex'),
				total: metadata.figures.total,
				now: of.now
			})
		);
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
}
