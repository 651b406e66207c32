import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { REPORT_LAYOUTS } from '$lib/domain/reporting/report';
import { lastPeriod } from '$lib/domain/reporting/schedule';
import { UserError } from '$lib/domain/user-error';
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

/**
 * A report that was made by itself, as it was written then.
 * @throws UserError `report_not_found`
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
	of: { schedule: number; unit_code: string | null; since: string; until: string; now: string }
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
				unit: of.unit_code,
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
