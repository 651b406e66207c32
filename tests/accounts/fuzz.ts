import { RIGHTS } from '../../src/lib/domain/accounts/rights';

/** What a fuzzed request needs of a client. */
export interface FuzzClient {
	send(
		method: string,
		path: string,
		options: { body?: string; headers?: Record<string, string | null> }
	): Promise<Response>;
}

const NASTY = [
	...['', '0', '-1', '1', '999999999', '99999999999999999999', 'NaN', 'null', 'undefined', '1e309'],
	...[
		"' or 1=1 --",
		'"; drop table unit; --',
		'$unit::integer',
		'%00',
		'%0d%0aset-cookie:%20x=1',
		'%ff%fe'
	],
	...[
		'..%2f..%2fetc%2fpasswd',
		'%2e%2e/%2e%2e/etc/passwd',
		'file:///etc/passwd',
		'\\\\host\\share'
	],
	...[
		'<script>alert(1)</script>',
		'{{7*7}}',
		'${7*7}',
		'=1+1',
		'__proto__',
		'constructor',
		'toString'
	],
	...[
		'%F0%9F%98%80',
		'ａ',
		'%E2%80%AE',
		'x'.repeat(3000),
		'%',
		'%zz',
		'2026-02-30',
		'2026-10-05..2026-10-01'
	]
];
const PARAMS = [
	...[
		'unit',
		'sop',
		'period',
		'status',
		'from',
		'to',
		'after',
		'before',
		'file',
		'reason',
		'year',
		'office'
	],
	...[
		'sort',
		'descending',
		'search',
		'kind',
		'state',
		'case',
		'table',
		'source',
		'show',
		'undo',
		'next',
		'step'
	],
	...['rejects-after', 'cases-after', 'action', 'actor', 'id', 'trouble', 'done', '/undo', '/x']
];
const FIELDS = [
	...[
		'unit',
		'from',
		'until',
		'reason',
		'evidence',
		'outage',
		'name',
		'zone',
		'day',
		'title',
		'decree'
	],
	...[
		'value',
		'by',
		'fullName',
		'role',
		'which',
		'units',
		'session',
		'token',
		'days',
		'action',
		'code',
		'current',
		'view',
		'back',
		'locale',
		'theme'
	]
];
const TYPES = [
	...[
		'application/x-www-form-urlencoded',
		'application/json',
		'text/plain',
		'application/octet-stream'
	],
	...['multipart/form-data; boundary=x', 'multipart/form-data', 'application/xml', '']
];
/** What ends the session, or takes the data away that the others look for. */
const LEFT_OUT =
	/sign-out|removeSamples|[?]\/password|Totp|endSession|endOthers|endSessions|\/change|revoke|\/link|\/undo/;
/** What no answer may hold: a stack, a path of this machine, a statement, the name of a query. */
const LEAKS = [
	/\n\s+at .+:\d+:\d+/,
	/\/(work|home|root|tmp)\/\w+\/[\w/]+/,
	/node_modules/,
	/queries\/\w+/,
	/Binder Error|Parser Error|Catalog Error|Conversion Error/,
	/root:x:0/
];

/**
 * Sends requests of all kinds to all routes and answers what is wrong with the answers: a 500 without an id, a stack,
 * a path or a statement, another office's name.
 * @param given.seed makes the same requests again
 * @param given.forbidden what must not stand in any answer
 */
export async function fuzz(
	client: FuzzClient,
	given: { requests: number; seed: number; units: readonly string[]; forbidden: readonly string[] }
): Promise<string[]> {
	const random = numbers(given.seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const values = [...NASTY, ...given.units];
	const targets = Object.entries(RIGHTS).flatMap(([route, rights]) =>
		Object.keys(rights).map((key) => ({ route, key }))
	);
	const faults: string[] = [];
	for (let sent = 0; sent < given.requests; sent++) {
		const { route, key } = pick(targets);
		const [known = 'GET', action] = key.split(' ?');
		const method =
			random() < 0.9 ? known : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']);
		const path = route.replace(/\/\(\w+\)/g, '').replace(/\[\w+\]/g, () => pick(values)) || '/';
		const query = Array.from(
			{ length: Math.floor(random() * 4) },
			() => `${pick(PARAMS)}=${pick(values)}`
		);
		if (action !== undefined && random() < 0.9) query.unshift(action);
		const address = `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
		if (method !== 'GET' && LEFT_OUT.test(address)) continue;
		const headers: Record<string, string | null> = {};
		if (random() < 0.3) headers.accept = pick(['*/*', 'application/json', 'text/html', 'x', '']);
		if (random() < 0.2) headers['x-sveltekit-action'] = 'true';
		if (random() < 0.15)
			headers.authorization = `Bearer ${pick(['x', 'tepat_x', "' or 1=1", 'a'.repeat(500)])}`;
		if (random() < 0.2)
			headers.referer = pick([
				'https://evil.example/',
				'x',
				`${'http://127.0.0.1/'}${'y'.repeat(500)}`
			]);
		if (random() < 0.1) headers['x-file-name'] = pick(['%', '..%2f..%2fx', 'a'.repeat(999), '%00']);
		const writes = !['GET', 'HEAD'].includes(method);
		const type = pick(TYPES);
		if (writes && type !== '') headers['content-type'] = type;
		const body = pick([
			Array.from({ length: 4 }, () => `${pick(FIELDS)}=${pick(values)}`).join('&'),
			JSON.stringify({
				action: pick(['check', 'import', 'x']),
				groups: [{ uploads: [pick(values)], reading: { unit: pick(values) } }]
			}),
			pick(values),
			'--x\r\ncontent-disposition: form-data; name="unit"\r\n\r\n1\r\n--x--',
			''
		]);
		const label = `${method} ${address.slice(0, 200)}`;
		let answer: Response;
		try {
			answer = await client.send(method, address, { headers, ...(writes ? { body } : {}) });
		} catch (error) {
			// What a browser itself refuses to send is no request.
			if (
				error instanceof TypeError &&
				/Invalid URL|header|method/i.test(String(error.cause ?? error.message))
			)
				continue;
			faults.push(`${label}: ${String(error)}`);
			continue;
		}
		const text = await answer.text();
		if (
			answer.status >= 500 &&
			!/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.test(text)
		)
			faults.push(
				`${label}: ${answer.status} without an id (${JSON.stringify(headers)}): ${/role="alert"[\s\S]*?<\/div>/.exec(text)?.[0] ?? text.slice(0, 300)}`
			);
		for (const leak of LEAKS)
			if (leak.test(text))
				faults.push(`${label}: ${answer.status} says ${leak.exec(text)?.[0].slice(0, 120)}`);
		for (const name of given.forbidden)
			if (text.includes(name)) faults.push(`${label}: ${answer.status} names ${name}`);
		const location = answer.headers.get('location');
		if (
			location !== null &&
			!/^\/(?![/\\])/.test(location) &&
			!location.startsWith('http://127.0.0.1:')
		)
			faults.push(`${label}: leads to ${location}`);
		if (answer.headers.get('x-content-type-options') !== 'nosniff')
			faults.push(`${label}: ${answer.status} without nosniff`);
	}
	return faults;
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function numbers(seed: number): () => number {
	let state = seed * 0x9e3779b9;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
