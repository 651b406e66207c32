/** Answers an Arrow IPC stream. Nobody keeps it: the next import changes it. */
export function answerArrow(stream: Uint8Array): Response {
	return new Response(new Uint8Array(stream), {
		headers: {
			'content-type': 'application/vnd.apache.arrow.stream',
			'cache-control': 'no-store'
		}
	});
}
