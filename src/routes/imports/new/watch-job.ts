import { readJob, type JobReport } from './calls';

const pollMilliseconds = 300;

/** Asks a job how far it is until it has ended, and answers what it then says. @throws Refused */
export async function watchJob(
	id: string,
	onReport: (report: JobReport) => void = () => undefined
): Promise<JobReport> {
	for (;;) {
		const report = await readJob(id);
		if (report.state !== 'running') return report;
		onReport(report);
		await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
	}
}
