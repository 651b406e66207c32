import type { ReportProgress } from '$lib/domain/reporting/report';

const POLL_MILLISECONDS = 400;

/** A report as the browser holds it. */
export interface FetchedReport {
	name: string;
	file: Blob;
}

/**
 * Has a report made and waits for all of it.
 * @param address with all that is asked of the report
 * @param on.progress is told a few times a second how far it is
 * @throws Error with the sentence of the server; what the signal says when it was given up
 */
export async function fetchReport(
	address: URL,
	on: { progress: (progress: ReportProgress) => void; signal: AbortSignal }
): Promise<FetchedReport> {
	const job = crypto.randomUUID();
	address.searchParams.set('job', job);
	const timer = setInterval(() => void ask(), POLL_MILLISECONDS);
	const ask = async (): Promise<void> => {
		try {
			const answer = await fetch(`/reports/progress/${job}`, { signal: on.signal });
			const now = answer.ok ? ((await answer.json()) as ReportProgress | null) : null;
			if (now) on.progress(now);
		} catch {
			// The report itself says what is wrong.
		}
	};
	try {
		const answer = await fetch(address, { signal: on.signal });
		if (!answer.ok) throw new Error(await answer.text());
		const [, name = 'tepat'] =
			/filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
		return { name, file: await answer.blob() };
	} finally {
		clearInterval(timer);
	}
}
