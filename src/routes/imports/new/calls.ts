import type { CheckResult } from '$lib/server/importing/types';
import type { OtherReadings } from '$lib/server/uploads/import-jobs';
import type { FileReading, JobRequest } from '$lib/server/uploads/job-request';
import type { JobAction, JobProgress } from '$lib/server/uploads/jobs';
import type { Look } from '$lib/server/uploads/look';
import type { ActivityMatches } from '$lib/server/uploads/match-activities';
import { m } from '$lib/paraglide/messages';

/** What a check or an import came to. */
export type ImportOutcome = Omit<CheckResult, 'rejectGroups'> &
	Partial<Pick<CheckResult, 'rejectGroups'> & OtherReadings>;

/** What the server says about a job; times and counts as in the importer's own types. */
export interface JobReport {
	action: JobAction;
	state: 'running' | 'done' | 'failed' | 'cancelled';
	progress: JobProgress | null;
	/** `matches` of a match; `rejectGroups` only of a check. */
	result: (ImportOutcome & { matches?: (ActivityMatches | null)[] }) | null;
	/** The sentence of what went wrong; with an id where it is a defect. */
	failure: { message: string; id?: string } | null;
}

/** What the server refused, in a sentence for the reader. */
export class Refused extends Error {}

/**
 * Sends a file as it is, for an import in preparation.
 * @param given.look whether the server is to say what it sees of the file's beginning
 * @param given.onSent called with the bytes that went so far
 * @throws Refused; the abort's reason
 */
export function sendFile(
	file: File,
	given: {
		draft: string;
		look: boolean;
		onSent: (bytes: number) => void;
		signal: AbortSignal;
	}
): Promise<{ id: string; look: Look | null }> {
	const { draft, look, onSent, signal } = given;
	// Unlike fetch it says how much has gone.
	const request = new XMLHttpRequest();
	return new Promise((resolve, reject) => {
		request.upload.onprogress = ({ loaded }) => onSent(loaded);
		request.onload = () => {
			const answer = parse(request.responseText);
			if (request.status < 300 && typeof answer.id === 'string')
				resolve({ id: answer.id, look: (answer.look ?? null) as Look | null });
			else reject(new Refused(sentence(answer, request.responseText)));
		};
		request.onerror = () => reject(new Refused(m.imports_unreachable()));
		signal.addEventListener('abort', () => {
			request.abort();
			reject(signal.reason as Error);
		});
		request.open('PUT', `/imports/upload?draft=${draft}${look ? '&look' : ''}`);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
		request.send(file);
	});
}

/** Tells the server that a file is not wanted any more. A failure is no loss: it goes by itself in a day. */
export async function forgetFile(id: string): Promise<void> {
	await fetch(`/imports/upload?id=${encodeURIComponent(id)}`, { method: 'DELETE' }).catch(
		() => undefined
	);
}

/** Begins an import whose files and decisions the server keeps, and answers its number. @throws Refused */
export async function beginDraft(): Promise<string> {
	return String((await ask('/imports/drafts', { method: 'POST', body: '{}' })).draft);
}

/** Keeps what was decided. A failure is no loss: the next change is kept with all before it. */
export async function keepDecisions(draft: string, decisions: string): Promise<void> {
	await fetch(`/imports/drafts/${draft}`, {
		method: 'PUT',
		body: decisions,
		headers: { 'content-type': 'application/json' },
		keepalive: decisions.length < 60_000
	}).catch(() => undefined);
}

/** Takes an import in preparation away. A failure is no loss: it expires. */
export async function forgetDraft(draft: string): Promise<void> {
	await fetch(`/imports/drafts/${draft}`, { method: 'DELETE' }).catch(() => undefined);
}

/** How files with these columns were last read; null where nobody did, or it cannot be said. */
export async function findReading(
	names: readonly string[]
): Promise<{ reading: FileReading; own: boolean } | null> {
	try {
		const answer = await ask('/imports/readings', { method: 'POST', body: JSON.stringify(names) });
		return answer.reading ? (answer as unknown as { reading: FileReading; own: boolean }) : null;
	} catch {
		return null;
	}
}

/** Starts reading an import's kept files again, and answers the job's number. @throws Refused */
export async function startReread(number: number): Promise<string> {
	return String((await ask(`/imports/${number}/reread`, { method: 'POST', body: '{}' })).job);
}

/** Starts a match, a check or an import, and answers its number. @throws Refused */
export async function startJob(request: JobRequest): Promise<string> {
	const answer = await ask('/imports/jobs', { method: 'POST', body: JSON.stringify(request) });
	return String(answer.job);
}

/** @throws Refused */
export async function readJob(job: string): Promise<JobReport> {
	return (await ask(`/imports/jobs/${job}`, { method: 'GET' })) as unknown as JobReport;
}

/** Answers when nothing of the job runs any more. @throws Refused */
export async function cancelJob(job: string): Promise<void> {
	await ask(`/imports/jobs/${job}`, { method: 'DELETE' });
}

async function ask(
	path: string,
	init: { method: string; body?: string }
): Promise<Record<string, unknown>> {
	let text: string;
	let ok: boolean;
	try {
		const response = await fetch(path, {
			...init,
			headers: { 'content-type': 'application/json' }
		});
		({ ok } = response);
		text = await response.text();
	} catch {
		throw new Refused(m.imports_unreachable());
	}
	const answer = parse(text);
	if (!ok) throw new Refused(sentence(answer, text));
	return answer;
}

function parse(text: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}

/** Some refusals come before any page: their whole answer is the sentence. */
function sentence(answer: Record<string, unknown>, text: string): string {
	if (typeof answer.message === 'string') return answer.message;
	return text && text.length < 500 && !text.includes('<') ? text : m.error_unexpected();
}
