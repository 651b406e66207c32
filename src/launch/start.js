import { buildWeb } from './build.js';
import { install } from './install.js';
import { prepare } from './prepare.js';
import { prepareEnvironment, readSettings } from './settings.js';
import { fail, runProgram } from './step.js';

/** `npm start`: installs, builds and serves, each step only where it is needed. */
try {
	readSettings(process.env);
	await install();
	await prepare();
	await buildWeb();
	prepareEnvironment(process.env);
	process.exitCode = await runProgram(['src/launch/serve.js']);
} catch (error) {
	fail(error);
}
