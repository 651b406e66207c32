import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * `node tests/bench/fuzz-requests.js [requests per role] [seed]`: sends requests of all kinds to a server of its own, as
 * each role, and says what is wrong with the answers; exit 1 where anything is. The tests send a hundred per role.
 */

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const load = async (/** @type {string} */ path) => (await runnerImport(here(path))).module;

const requests = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed)) {
	console.error('node tests/bench/fuzz-requests.js [requests per role] [seed]');
	process.exit(2);
}

const { startServer } = await load('../e2e/server.ts');
const { firstAdmin, newPerson } = await load('../accounts/client.ts');
const { fuzz } = await load('../accounts/fuzz.ts');

const server = await startServer({ accounts: true });
let faults = 0;
try {
	const admin = await firstAdmin(server);
	const page = await (await admin.get('/accounts')).text();
	const units = [...page.matchAll(/name="units" value="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)].map(
		([, code = '', name = '']) => ({ code, name })
	);
	const own = units.at(-1)?.code ?? '';
	const roles = [
		{ name: 'analis', role: 'analis' },
		{ name: 'kepala', role: 'kepala' },
		{ name: 'inspektur', role: 'inspektur' },
		{ name: 'inspektur-unit', role: 'inspektur', units: [own] },
		{ name: 'analis-unit', role: 'analis', units: [own] },
		{ name: 'admin', role: 'admin' }
	];
	for (const [index, who] of roles.entries()) {
		const client = who.name === 'admin' ? admin : await newPerson(server, admin, who);
		const others = 'units' in who ? units.filter(({ code }) => code !== own) : [];
		const start = performance.now();
		const found = await fuzz(client, {
			requests,
			seed: seed * 100 + index,
			units: units.map(({ code }) => code),
			forbidden: others.map(({ name }) => name)
		});
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		console.log(
			`${who.name.padEnd(15)} ${requests} requests, ${seconds} s, ${found.length} faults`
		);
		for (const fault of found.slice(0, 20)) console.log(`  ${fault}`);
		faults += found.length;
	}
} finally {
	await server.stop();
}
process.exitCode = faults > 0 ? 1 : 0;
