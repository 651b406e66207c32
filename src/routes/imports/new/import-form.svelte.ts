import type { Profile } from '$lib/domain/importing/profile';
import type { JobRequest } from '$lib/server/uploads/job-request';
import { m } from '$lib/paraglide/messages';
import { ChosenFile } from './chosen-file.svelte';
import { FileGroup } from './file-group.svelte';
import { cancelJob, readJob, Refused, startJob, type JobReport } from './calls';

const pollMilliseconds = 300;

/** What came of a check or an import. */
export interface Outcome {
	report: NonNullable<JobReport['result']>;
	/** What was asked for: another choice makes a check worthless. */
	asked: string;
}

/** A job that was asked for and has not ended; `id` is null until the server has given it a number. */
export interface RunningJob {
	action: JobRequest['action'];
	id: string | null;
	report: JobReport | null;
	/** Since it was asked for. */
	seconds: number;
}

/** Everything that the import page knows: files, how each is read, and the job that runs. */
export class ImportForm {
	groups = $state<FileGroup[]>([]);
	running = $state.raw<RunningJob>();
	checked = $state.raw<Outcome>();
	imported = $state.raw<Outcome>();
	/** Why the last job ended without a result. */
	problem = $state<string | null>(null);
	readonly #profiles: readonly Profile[];
	readonly #limit: number;
	/** One file is sent at a time. */
	#line: Promise<void> = Promise.resolve();

	constructor(given: { profiles: readonly Profile[]; limit: number }) {
		this.#profiles = given.profiles;
		this.#limit = given.limit;
	}

	get files(): ChosenFile[] {
		return this.groups.flatMap(({ files }) => files);
	}

	get request(): JobRequest['groups'] {
		return this.groups.map((group) => ({
			uploads: group.files.flatMap(({ id }) => id ?? []),
			reading: group.reading
		}));
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
		return this.checked?.asked === JSON.stringify(this.request) ? this.checked : undefined;
	}

	async add(list: Iterable<File>): Promise<void> {
		if (this.imported) this.reset();
		this.problem = null;
		await Promise.all(
			[...list].map(async (chosen) => {
				const file = new ChosenFile(chosen);
				await file.look();
				const group = this.groups.find(({ signature }) => signature === file.signature);
				if (group) group.files.push(file);
				else this.groups.push(new FileGroup(file, this.#profiles));
				if (file.problem === null) this.#line = this.#line.then(() => file.send(this.#limit));
			})
		);
	}

	async remove(file: ChosenFile): Promise<void> {
		for (const group of this.groups)
			group.files = group.files.filter(({ key }) => key !== file.key);
		this.groups = this.groups.filter(({ files }) => files.length > 0);
		await file.forget();
	}

	reset(): void {
		this.groups = [];
		this.checked = undefined;
		this.imported = undefined;
		this.problem = null;
	}

	/** Runs a check, or an import, to its end. */
	async run(action: JobRequest['action']): Promise<void> {
		const groups = this.request;
		const asked = JSON.stringify(groups);
		this.problem = null;
		const job: RunningJob = { action, id: null, report: null, seconds: 0 };
		this.running = job;
		try {
			const id = await startJob({ action, groups });
			const report = await this.#watch(job, id);
			if (report.state === 'done' && report.result) {
				const outcome = { report: report.result, asked };
				if (action === 'check') this.checked = outcome;
				else this.imported = outcome;
			} else if (report.failure) {
				const { message, id: number } = report.failure;
				this.problem = number ? `${message} ${m.errorpage_id({ id: number })}` : message;
			}
		} catch (error) {
			this.problem = error instanceof Refused ? error.message : m.error_unexpected();
		}
		this.running = undefined;
	}

	async cancel(): Promise<void> {
		const id = this.running?.id;
		if (!id) return;
		try {
			await cancelJob(id);
		} catch (error) {
			this.problem = error instanceof Refused ? error.message : m.error_unexpected();
		}
	}

	async #watch(job: RunningJob, id: string): Promise<JobReport> {
		const started = Date.now();
		this.running = { ...job, id };
		for (;;) {
			const report = await readJob(id);
			if (report.state !== 'running') return report;
			this.running = { ...job, id, report, seconds: (Date.now() - started) / 1000 };
			await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
		}
	}
}
