import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * A text that is made while it is sent, never all of it in memory. The reader's language is that of the call, which the
 * moments at which a client asks for more no longer know.
 */
export function streamText(pieces: AsyncGenerator<string, void, void>): ReadableStream<Uint8Array> {
	const here = AsyncLocalStorage.snapshot();
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { value, done } = await here(() => pieces.next());
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await pieces.return();
		}
	});
}
