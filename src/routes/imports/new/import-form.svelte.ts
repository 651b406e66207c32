import type { Profile } from '$lib/domain/importing/profile';
import type { JobRequest } from '$lib/server/uploads/job-request';
import { m } from '$lib/paraglide/messages';
import { ChosenFile, type SentFile } from './chosen-file.svelte';
import { FileGroup, type GroupDecisions } from './file-group.svelte';
import {
	beginDraft,
	cancelJob,
	findReading,
	forgetDraft,
	keepDecisions,
	readJob,
	Refused,
	startJob,
	type ImportOutcome,
	type JobReport
} from './calls';
import { watchJob } from './watch-job';

/** What came of a check or an import. */
export interface Outcome {
	report: ImportOutcome;
	/** What was asked for: another choice makes a check worthless. */
	asked: string;
}

type Action = Exclude<JobRequest['action'], 'match'>;

/** A job that was asked for and has not ended; `id` is null until the server has given it a number. */
export interface RunningJob {
	action: Action;
	id: string | null;
	report: JobReport | null;
	/** Since it was asked for, or since the page came back to it. */
	seconds: number;
}

/** An import that was begun before, as the server kept it. */
export interface KeptDraft {
	draft: string;
	decisions: unknown;
	uploads: readonly SentFile[];
	/** The job that runs for it. */
	job: string | null;
}

/** Everything that the import page knows: files, how each is read, and the job that runs. */
export class ImportForm {
	groups = $state<FileGroup[]>([]);
	running = $state.raw<RunningJob>();
	checked = $state.raw<Outcome>();
	imported = $state.raw<Outcome>();
	/** Why the last job ended without a result. */
	problem = $state<string | null>(null);
	/** The number under which the server keeps it. */
	draft = $state<string | null>(null);
	readonly #profiles: readonly Profile[];
	readonly #limit: number;
	readonly #onDraft: (draft: string | null) => void;
	/** What the server has of the decisions. */
	#kept = '';
	#beginning: Promise<string> | undefined;
	/** One file is sent at a time. */
	#line: Promise<void> = Promise.resolve();

	constructor(given: {
		profiles: readonly Profile[];
		limit: number;
		/** Is called when the import gets a number, or loses it. */
		onDraft: (draft: string | null) => void;
	}) {
		this.#profiles = given.profiles;
		this.#limit = given.limit;
		this.#onDraft = given.onDraft;
	}

	get files(): ChosenFile[] {
		return this.groups.flatMap(({ files }) => files);
	}

	get request(): JobRequest['groups'] {
		return this.groups.map((group) => group.request);
	}

	/** What a check depends on: what activities mean changes no row. */
	get #asked(): string {
		return JSON.stringify(this.groups.map(({ request }) => ({ ...request, aliases: null })));
	}

	/** Whether a check can begin: all files are there and all questions answered. */
	get ready(): boolean {
		return (
			this.groups.length > 0 &&
			this.running === undefined &&
			this.files.every(({ id, problem }) => id !== null && problem === null) &&
			this.groups.every(({ ready }) => ready)
		);
	}

	/** The check, while it is that of what would be imported. */
	get valid(): Outcome | undefined {
		return this.checked?.asked === this.#asked ? this.checked : undefined;
	}

	/** Whether the check found that an import would change nothing: every file was read so before, and no step is confirmed. */
	get unchanged(): boolean {
		return (
			this.valid?.report.files.every(({ sameAs }) => sameAs !== null) === true &&
			this.request.every(({ aliases = [] }) => aliases.length === 0)
		);
	}

	/** What is to be kept of it, as text. */
	get decisions(): string {
		return JSON.stringify({ groups: this.groups.map((group) => group.decisions) });
	}

	async add(list: Iterable<File>): Promise<void> {
		if (this.imported) this.reset();
		this.problem = null;
		await Promise.all(
			[...list].map(async (chosen) => {
				const file = ChosenFile.chosen(chosen);
				await file.look();
				this.#place(file);
				if (file.problem === null) this.#line = this.#line.then(() => this.#send(file));
			})
		);
	}

	/** Takes up an import that was begun before. */
	async restore(kept: KeptDraft): Promise<void> {
		this.draft = kept.draft;
		for (const upload of kept.uploads) this.#place(ChosenFile.restored(upload), false);
		for (const decided of groupsOf(kept.decisions))
			this.groups.find(({ signature }) => signature === decided.signature)?.restore(decided);
		this.#kept = this.decisions;
		if (kept.job !== null) await this.#resume(kept.job);
	}

	async remove(file: ChosenFile): Promise<void> {
		for (const group of this.groups)
			group.files = group.files.filter(({ key }) => key !== file.key);
		this.groups = this.groups.filter(({ files }) => files.length > 0);
		await file.forget();
	}

	/** Begins anew; what the server keeps stays where it is. */
	reset(): void {
		this.groups = [];
		this.checked = undefined;
		this.imported = undefined;
		this.problem = null;
		this.draft = null;
		this.#beginning = undefined;
		this.#onDraft(null);
	}

	/** Takes everything back, also from the server. */
	async discard(): Promise<void> {
		const { draft, files } = this;
		this.reset();
		await Promise.all(files.map((file) => file.forget()));
		if (draft !== null) await forgetDraft(draft);
	}

	/** Lets the server keep what was decided, where something was. */
	async keep(): Promise<void> {
		const { draft, decisions } = this;
		if (draft === null || this.imported || decisions === this.#kept) return;
		this.#kept = decisions;
		await keepDecisions(draft, decisions);
	}

	/** Runs a check, or an import, to its end. */
	async run(action: Action): Promise<void> {
		const groups = this.request;
		const asked = this.#asked;
		this.problem = null;
		this.running = { action, id: null, report: null, seconds: 0 };
		try {
			await this.keep();
			const draft = this.draft === null ? {} : { draft: this.draft };
			const id = await startJob({ action, groups, ...draft });
			this.#settle(action, asked, await this.#watch(action, id));
		} catch (error) {
			this.problem = sentenceOf(error);
		}
		this.running = undefined;
	}

	/** Asks which steps of the SOP the activities of a group are. */
	async match(group: FileGroup): Promise<void> {
		const { steps } = group;
		const asked = matchKey(group);
		if (steps.asked === asked) return;
		const stale = steps.job;
		steps.asked = asked;
		steps.problem = null;
		if (stale !== null) void cancelJob(stale).catch(() => undefined);
		try {
			const { uploads, reading } = group.request;
			const id = await startJob({ action: 'match', groups: [{ uploads, reading }] });
			steps.job = id;
			const report = await watchJob(id);
			if (steps.asked !== asked) return;
			steps.found = report.result?.matches?.[0] ?? null;
			steps.problem = problemOf(report);
		} catch (error) {
			if (steps.asked === asked) steps.problem = sentenceOf(error);
		}
		if (steps.asked === asked) steps.job = null;
	}

	async cancel(): Promise<void> {
		const id = this.running?.id;
		if (!id) return;
		try {
			await cancelJob(id);
		} catch (error) {
			this.problem = sentenceOf(error);
		}
	}

	/** Puts a file to those with the same columns. @param ask whether to ask how such files were last read */
	#place(file: ChosenFile, ask = true): void {
		const group = this.groups.find(({ signature }) => signature === file.signature);
		if (group) group.files.push(file);
		else {
			const fresh = new FileGroup(file, this.#profiles);
			this.groups.push(fresh);
			if (ask && fresh.names.length > 0) void this.#rememberFor(fresh);
		}
	}

	async #rememberFor(group: FileGroup): Promise<void> {
		const before = JSON.stringify(group.decisions);
		const found = await findReading(group.names);
		// Whoever was quicker than the answer knows better.
		if (found && JSON.stringify(group.decisions) === before) group.remember(found);
	}

	async #send(file: ChosenFile): Promise<void> {
		const before = file.signature;
		try {
			await file.send(await this.#draftNumber(), this.#limit);
		} catch (error) {
			file.problem = sentenceOf(error);
		}
		if (file.signature === before) return;
		// The server has seen the columns that the page could not.
		this.groups = this.groups.filter(({ signature }) => signature !== before);
		this.#place(file);
	}

	#draftNumber(): Promise<string> {
		if (this.draft !== null) return Promise.resolve(this.draft);
		return (this.#beginning ??= beginDraft().then(
			(draft) => {
				this.draft = draft;
				this.#onDraft(draft);
				return draft;
			},
			(error: unknown) => {
				this.#beginning = undefined;
				throw error;
			}
		));
	}

	async #resume(id: string): Promise<void> {
		try {
			const first = await readJob(id);
			if (first.action !== 'check' && first.action !== 'import') return;
			const { action } = first;
			const asked = this.#asked;
			this.running = { action, id, report: first, seconds: 0 };
			this.#settle(action, asked, await this.#watch(action, id));
		} catch (error) {
			this.problem = sentenceOf(error);
		}
		this.running = undefined;
	}

	#settle(action: Action, asked: string, report: JobReport): void {
		if (report.state === 'done' && report.result) {
			const outcome = { report: report.result, asked };
			if (action === 'check') this.checked = outcome;
			else {
				this.imported = outcome;
				// The server keeps it no longer.
				this.draft = null;
				this.#beginning = undefined;
				this.#onDraft(null);
			}
		} else this.problem = problemOf(report);
	}

	async #watch(action: Action, id: string): Promise<JobReport> {
		const started = Date.now();
		this.running = { action, id, report: null, seconds: 0 };
		return watchJob(id, (report) => {
			this.running = { action, id, report, seconds: (Date.now() - started) / 1000 };
		});
	}
}

/** What the steps of a group's activities depend on. */
export function matchKey({ request }: FileGroup): string {
	const { map, profile, sop } = request.reading;
	return JSON.stringify([request.uploads, map, profile, sop]);
}

/** Why a job ended without a result; null where somebody cancelled it. */
function problemOf({ failure }: JobReport): string | null {
	if (!failure) return null;
	const { message, id } = failure;
	return id ? `${message} ${m.errorpage_id({ id })}` : message;
}

function sentenceOf(error: unknown): string {
	return error instanceof Refused ? error.message : m.error_unexpected();
}

/** The server gives back what this page sent, perhaps an earlier version of it. */
function groupsOf(decisions: unknown): Partial<GroupDecisions>[] {
	if (typeof decisions !== 'object' || decisions === null || !('groups' in decisions)) return [];
	return Array.isArray(decisions.groups) ? (decisions.groups as Partial<GroupDecisions>[]) : [];
}
