import { describeError, statusOfError } from '../errors/describe';
import type { MadeReport } from '../reporting/make-report';

/**
 * Answers a report that is made while it is sent; a wrong input comes back as its sentence. Throws what no person can
 * act on.
 */
export async function sendReport(make: () => Promise<MadeReport>): Promise<Response> {
	try {
		const report = await make();
		const parts = report.bytes[Symbol.asyncIterator]();
		const body = new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { value, done } = await parts.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
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
		const message = describeError(error);
		if (message === undefined) throw error;
		return new Response(message, {
			status: statusOfError(error),
			headers: { 'content-type': 'text/plain; charset=utf-8' }
		});
	}
}
