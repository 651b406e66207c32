import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { REPORT_LAYOUTS } from '$lib/domain/reporting/report';
import { lastPeriod } from '$lib/domain/reporting/schedule';
import { UserError } from '$lib/domain/user-error';
import type { Queries } from '../../database/generated/queries';
import type { Store } from '../../database/store';
import { folderBeside } from '../../uploads/settings';
import { makeReport, parseReportFormat, type MadeReport } from '../make-report';
import { parseSchedulePeriod } from './schedules';

/** Who makes what nobody asked for at that moment. */
export const SCHEDULER = 'jadwal laporan';

/**
 * Makes every report whose last whole period has none yet. One that cannot be made stops no other.
 * @param given.today the local date of the offices; given.now the instant, UTC, ISO without zone
 * @returns how many were made
 */
export async function makeDueReports(
	store: Store,
	given: { today: string; now: string; failed?: (error: unknown) => void }
): Promise<number> {
	let made = 0;
	for (const schedule of await store.all('reporting/schedules/list')) {
		const { from, to } = lastPeriod(parseSchedulePeriod(schedule.every), given.today);
		if (schedule.until !== null && schedule.until >= to) continue;
		try {
			const { unit_code: unit, sop, filters } = schedule;
			const layout = REPORT_LAYOUTS.find((name) => name === schedule.layout) ?? 'case';
			const locale = schedule.locale === 'en' ? 'en' : 'id';
			const report = await makeReport(
				store,
				{ unit, sop, from, to, filters, layout, locale },
				parseReportFormat(schedule.format),
				{ madeAt: given.now, madeBy: SCHEDULER }
			);
			await keep(store, report, { ...schedule, since: from, until: to, now: given.now });
			made++;
		} catch (error) {
			if (store.closed) return made;
			given.failed?.(error);
		}
	}
	return made;
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
	{ bytes, metadata, fileName, mediaType }: MadeReport,
	of: Queries['reporting/schedules/list']['row'] & { since: string; until: string; now: string }
): Promise<void> {
	const report = randomUUID();
	const folder = folderBeside(store, 'reports');
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, report);
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
				report,
				schedule: of.schedule,
				...{ unit: of.unit_code, sop: of.sop, filters: of.filters, layout: of.layout },
				asked_by: of.added_by,
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
