import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Other people's programs, by which the files that the product writes are read. Each answers undefined where the
 * program is not installed.
 */

const LONGEST_MS = 120_000;

/** The text of a PDF as a reader finds it: by poppler, else by Ghostscript. */
export function pdfText(path: string): string | undefined {
	return (
		run('pdftotext', ['-layout', path, '-']) ??
		run('gs', ['-q', '-sDEVICE=txtwrite', '-o', '-', path])
	);
}

/** How much of each page of a PDF is covered with ink, 0 to 1, when it is turned into a picture. */
export function pdfInk(path: string): number[] | undefined {
	const read = run('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=inkcov', '-o', '-', path]);
	return read
		?.trim()
		.split('\n')
		.map((line) => (line.match(/\d\.\d+/g) ?? []).reduce((sum, part) => sum + Number(part), 0));
}

/** Where the words of each page of a PDF stand, in points from its upper left. */
export function pdfPages(path: string): PdfPage[] | undefined {
	const read = run('pdftotext', ['-bbox', path, '-']);
	return read
		?.split('<page ')
		.slice(1)
		.map((page) => ({
			...{ width: measure(page, 'width'), height: measure(page, 'height') },
			words: page
				.split('<word ')
				.slice(1)
				.map((word) => ({
					...{ left: measure(word, 'xMin'), right: measure(word, 'xMax') },
					...{ top: measure(word, 'yMin'), bottom: measure(word, 'yMax') },
					text: /">([^<]*)</.exec(word)?.[1] ?? ''
				}))
		}));
}

interface PdfPage {
	width: number;
	height: number;
	words: { left: number; right: number; top: number; bottom: number; text: string }[];
}

function measure(tag: string, name: string): number {
	return Number(new RegExp(`\\b${name}="([\\d.-]+)"`).exec(tag)?.[1]);
}

/** What an office program makes of a file: the files of another format, by their names. */
export function officeConvert(path: string, to: string): Map<string, Buffer> | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'tepat-office-'));
	try {
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		const out = join(folder, 'out');
		const words = [profile, '--headless', '--convert-to', to, '--outdir', out, path];
		if (run('soffice', words) === undefined) return undefined;
		return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** LibreOffice's filter that writes each sheet of a workbook as CSV, dates and numbers as they are shown. */
export const EACH_SHEET =
	'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

function run(program: string, words: string[]): string | undefined {
	const { status, stdout, error } = spawnSync(program, words, {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		timeout: LONGEST_MS
	});
	if (error && 'code' in error && error.code === 'ENOENT') return undefined;
	if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}`);
	return stdout;
}
