import { buildNode } from './build.js';
import { install } from './install.js';
import { prepare } from './prepare.js';
import { prepareEnvironment } from './settings.js';
import { fail, runProgram } from './step.js';

/** `npm run -s tepat -- …`: the command line, built first where it is not up to date. */
try {
	await install();
	await prepare();
	await buildNode();
	prepareEnvironment(process.env);
	process.exitCode = await runProgram(['build/node/tepat.js', ...process.argv.slice(2)]);
} catch (error) {
	fail(error);
}
