/** The columns of an answer of `dots/events`. Throws where the answer is none. */
export async function loadDots(
	address: string,
	signal: AbortSignal
): Promise<{ caseId: Int32Array; minute: Int32Array; node: Int32Array }> {
	const [response, { tableFromIPC }] = await Promise.all([
		fetch(address, { signal }),
		import('apache-arrow')
	]);
	if (!response.ok) throw new Error(`the server answered ${response.status}`);
	const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
	const column = (name: string): Int32Array => {
		const values: unknown = table.getChild(name)?.toArray();
		if (!(values instanceof Int32Array)) throw new Error(`the answer has no column ${name}`);
		return values;
	};
	return { caseId: column('case_id'), minute: column('minute'), node: column('node') };
}
