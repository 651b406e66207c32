import { describeError, statusOfError } from '../../errors/describe';
import type { MadeReport } from '../../reporting/make-report';
import { noting } from '../../reporting/verification/record';
import { followReport, type ReportWatch } from '../../reporting/progress';
import { currentOwner, noteAct } from '../context';

/**
 * Answers a report that is made while it is sent, and notes in the record what was sent; a wrong input comes back as its sentence. Who goes away gives it up:
 * no more of it is made. Throws what no person can act on.
 * @param job the id by which the page asks how far it is; null where it does not
 */
export async function sendReport(
	job: string | null,
	make: (watch: ReportWatch) => Promise<MadeReport>
): Promise<Response> {
	const stop = new AbortController();
	const { onProgress, end } = followReport(job, currentOwner());
	try {
		const report = noting(await make({ onProgress, signal: stop.signal }), noteAct);
		const parts = report.bytes[Symbol.asyncIterator]();
		const body = new ReadableStream<Uint8Array>({
			async pull(controller) {
				try {
					const { value, done } = await parts.next();
					if (!done) return controller.enqueue(value);
					end();
					controller.close();
				} catch (error) {
					end();
					// Nobody is there any more to hear of it.
					if (!stop.signal.aborted) throw error;
				}
			},
			async cancel() {
				end();
				stop.abort();
				await parts.return?.();
			}
		});
		return new Response(body, {
			headers: {
				'content-type': report.mediaType,
				'content-disposition': `attachment; filename="${report.fileName}"`,
				'cache-control': 'no-store'
			}
		});
	} catch (error) {
		end();
		const message = describeError(error);
		if (message === undefined) throw error;
		return new Response(message, {
			status: statusOfError(error),
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	}
}
