import { startServer } from './server';

/** One server and one fresh store, with the samples in it, for all tests that only read. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	const server = await startServer();
	process.env.TEPAT_E2E_URL = server.url;
	return async () => {
		const code = await server.stop();
		if (code !== 0) throw new Error(`The server ended with ${code} on SIGTERM`);
	};
}
