import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The second build: the command line and the thread that aligns sequences, from the same sources as the server. */
export default defineConfig({
	publicDir: false,
	resolve: { alias: { $lib: fileURLToPath(new URL('../lib', import.meta.url)) } },
	build: {
		ssr: true,
		outDir: fileURLToPath(new URL('../../build/node', import.meta.url)),
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: {
			input: {
				tepat: fileURLToPath(new URL('main.ts', import.meta.url)),
				align: fileURLToPath(new URL('../lib/server/conformance/align.worker.ts', import.meta.url))
			}
		}
	}
});
