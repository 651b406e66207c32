import type { Profile } from '$lib/domain/importing/profile';
import type { JobRequest } from '$lib/server/uploads/job-request';
import { m } from '$lib/paraglide/messages';
import { ChosenFile } from './chosen-file.svelte';
import { FileGroup } from './file-group.svelte';
import { cancelJob, readJob, Refused, startJob, type JobReport } from './calls';

const pollMilliseconds = 300;

/** A file as it was checked or imported. */
export interface Outcome {
	report: NonNullable<JobReport['result']>;
	/** What was asked for: another choice makes a check worthless. */
	asked: string;
}

/** Everything that the import page knows: files, how each is read, and the job that runs. */
export class ImportForm {
	groups = $state<FileGroup[]>([]);
	running = $state<{ action: JobRequest['action']; id: string | null; report: JobReport | null }>();
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
		this.running = { action, id: null, report: null };
		try {
			const id = await startJob({ action, groups });
			this.running = { action, id, report: null };
			const report = await this.#watch(action, id);
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

	async #watch(action: JobRequest['action'], id: string): Promise<JobReport> {
		for (;;) {
			const report = await readJob(id);
			if (report.state !== 'running') return report;
			this.running = { action, id, report };
			await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
		}
	}
}
