import { AsyncLocalStorage } from 'node:async_hooks';
import {
	REPORT_FORMATS,
	SUPPLIER_LAYOUT,
	type ReportFormat,
	type ReportMetadata,
	type ReportRequest,
	type ReportStamp
} from '$lib/domain/reporting/report';
import { UserError } from '$lib/domain/user-error';
import {
	getServerAsyncLocalStorage,
	overwriteServerAsyncLocalStorage
} from '$lib/paraglide/runtime';
import type { Store } from '../database/store';
import type { ReportContents } from './contents';
import { gatherSupplierReport } from '../suppliers/report/supplier-report';
import { gatherReport } from './deviations/deviation-report';
import { writeCsv } from './formats/csv';
import { writeJson } from './formats/json';
import { writeParquet } from './formats/parquet';
import { writePdf } from './formats/pdf';
import { writeXlsx } from './formats/xlsx';
import { countRows, type ReportWatch } from './progress';

/** A report that is written while it is read. */
export interface MadeReport {
	metadata: ReportMetadata;
	format: ReportFormat;
	fileName: string;
	mediaType: string;
	bytes: AsyncIterable<Uint8Array>;
}

const MEDIA: Record<ReportFormat, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json',
	parquet: 'application/vnd.apache.parquet'
};

/** A format by its name. @throws UserError `report_format` {format, known} */
export function parseReportFormat(text: string | null): ReportFormat {
	const format = REPORT_FORMATS.find((name) => name === text);
	if (format) return format;
	throw new UserError('report_format', { format: text ?? '—', known: REPORT_FORMATS.join(', ') });
}

/**
 * Makes a report in a format and language, whatever the reader's own language is. The same request, stamp and data
 * give the same bytes.
 * @param watch by whom it is waited for, where somebody does; once its signal is given, no more is made
 * @throws UserError as gatherReport and gatherSupplierReport
 */
export async function makeReport(
	store: Store,
	request: ReportRequest,
	format: ReportFormat,
	stamp: ReportStamp,
	watch?: ReportWatch
): Promise<MadeReport> {
	const gathered = await speaking(request.locale, () => gather(store, request, stamp));
	const contents = watch ? countRows(gathered, watch) : gathered;
	const bytes = inLanguage(request.locale, write(contents, format, store.home, watch));
	return {
		metadata: contents.metadata,
		format,
		fileName: `${contents.metadata.number}.${format}`,
		mediaType: MEDIA[format],
		bytes
	};
}

function gather(store: Store, request: ReportRequest, stamp: ReportStamp): Promise<ReportContents> {
	const { layout } = request;
	return layout === SUPPLIER_LAYOUT
		? gatherSupplierReport(store, request, stamp)
		: gatherReport(store, { ...request, layout }, stamp);
}

function write(
	contents: ReportContents,
	format: ReportFormat,
	home: string,
	watch: ReportWatch | undefined
): AsyncGenerator<Uint8Array> {
	switch (format) {
		case 'csv':
			return writeCsv(contents);
		case 'json':
			return writeJson(contents);
		case 'parquet':
			return writeParquet(contents);
		case 'xlsx':
			return writeXlsx(contents);
		case 'pdf':
			return writePdf(contents, home, watch);
	}
}

/** Runs work in a report's language, whatever the language around it is. */
async function speaking<T>(locale: 'id' | 'en', work: () => Promise<T>): Promise<T> {
	// On the command line, and before the first request of a server, nobody has set this up.
	if (!getServerAsyncLocalStorage()) overwriteServerAsyncLocalStorage(new AsyncLocalStorage());
	const storage = getServerAsyncLocalStorage();
	const here = storage?.getStore() ?? { origin: 'http://localhost' };
	return (await storage?.run({ ...here, locale }, work)) as T;
}

/** Each part is made in the report's language, whoever asks for it and when. */
async function* inLanguage(
	locale: 'id' | 'en',
	parts: AsyncGenerator<Uint8Array>
): AsyncGenerator<Uint8Array> {
	const here = AsyncLocalStorage.snapshot();
	for (;;) {
		const { value, done } = await here(() => speaking(locale, () => parts.next()));
		if (done) return;
		yield value;
	}
}
