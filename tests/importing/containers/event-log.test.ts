import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { StagingFolder } from './staging';

const folder = new StagingFolder();

const string = (key: string, value: string) => `<string key="${key}" value="${value}"/>`;
const time = (clock: string) =>
	`<date key="time:timestamp" value="2025-01-06T${clock}.000+07:00"/>`;

/** An event: activity, transition, time, and further attributes. */
function event(activity: string, transition: string, clock: string, more = ''): string {
	const state = transition === '' ? '' : string('lifecycle:transition', transition);
	return `<event>${string('concept:name', activity)}${state}${time(clock)}${more}</event>`;
}

function log(traces: string[], head = ''): string {
	const body = traces.map(
		(events, at) => `<trace>${string('concept:name', `K-${at + 1}`)}${events}</trace>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a log -->\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">${head}${body.join('')}</log>`;
}

const at = (clock: string) => `2025-01-06T${clock}.000+07:00`;

/** The executions of a trace: activity, start and completion without date and offset. */
async function executions(events: string): Promise<string[][]> {
	const short = (text = '') => text.slice(11, 16);
	const rows = await folder.rows('log.xes', log([events]));
	return rows.map((row) => [row['activity'] ?? '', short(row['started']), short(row['completed'])]);
}

describe('the columns of an event log', () => {
	it('a row has the case, activity, times with their offsets, actor and role, then all attributes', async () => {
		const who = string('org:resource', 'Budi') + string('org:role', 'Verifikator');
		const cost = '<float key="cost:total" value="12.50"/><string key="cost:currency" value="IDR"/>';
		const content = log([
			string('unit', 'LPSE A') + event('Terima', 'complete', '08:00:00', who + cost)
		]);
		const { staged } = await folder.stage('log.xes', content);
		expect(staged).toMatchObject({
			container: 'csv',
			format: 'xes',
			records: 1,
			hints: { offsets: 'real' },
			notes: []
		});
		expect(await folder.rows('log.xes', content)).toEqual([
			{
				case: 'K-1',
				activity: 'Terima',
				started: '',
				completed: at('08:00:00'),
				actor: 'Budi',
				role: 'Verifikator',
				'cost:total': '12.50',
				'cost:currency': 'IDR',
				'case:unit': 'LPSE A'
			}
		]);
	});

	it('an attribute that is called like a column is told apart', async () => {
		const content = log([
			event('Terima', '', '08:00:00', string('Activity', 'A') + string('case', 'B'))
		]);
		expect((await folder.stage('log.xes', content)).staged.names.slice(6)).toEqual([
			'event:Activity',
			'event:case'
		]);
	});

	it('declared defaults fill what an event lacks, placeholders do not', async () => {
		const head =
			`<global scope="event">${string('concept:name', 'UNKNOWN')}${string('channel', 'Loket')}${string('group', 'UNKNOWN')}` +
			`<date key="due" value="1970-01-01T00:00:00.000+01:00"/></global><global scope="trace">${string('unit', 'LPSE A')}</global>`;
		const content = log(
			[event('A', '', '08:00:00') + event('B', '', '09:00:00', string('channel', 'Surel'))],
			head
		);
		const rows = await folder.rows('log.xes', content);
		expect(rows.map((row) => [row['channel'], row['case:unit']])).toEqual([
			['Loket', 'LPSE A'],
			['Surel', 'LPSE A']
		]);
		expect(rows[0]).not.toHaveProperty('group');
		expect(rows[0]).not.toHaveProperty('due');
	});

	it('attributes of the log, of attributes, lists and classifiers are no columns', async () => {
		const head = `<extension name="Time" prefix="time" uri="x"/><classifier name="A" keys="concept:name"/>${string('creator', 'x')}`;
		const nested = `<string key="berkas" value="KTP"><string key="halaman" value="2"/></string><list key="l"><values><string key="x" value="y"/></values></list>`;
		const [row] = await folder.rows('log.xes', log([event('A', '', '08:00:00', nested)], head));
		expect(Object.keys(row ?? {}).slice(6)).toEqual(['berkas']);
	});

	it('a trace without a name is a case of its own', async () => {
		const content = `<log><trace>${event('A', '', '08:00:00')}</trace><trace>${event('A', '', '08:00:00')}</trace></log>`;
		expect((await folder.rows('log.xes', content)).map((row) => row['case'])).toEqual([
			'trace 1',
			'trace 2'
		]);
	});
});

describe('starts and completions of an activity become one execution', () => {
	it('a start takes the next completion of the same activity', async () => {
		expect(
			await executions(
				event('A', 'start', '08:00:00') +
					event('B', 'START', '08:10:00') +
					event('A', 'complete', '08:30:00') +
					event('B', 'COMPLETE', '08:40:00')
			)
		).toEqual([
			['A', '08:00', '08:30'],
			['B', '08:10', '08:40']
		]);
	});

	it('of two open starts the earlier one is taken first', async () => {
		expect(
			await executions(
				event('A', 'start', '08:00:00') +
					event('A', 'start', '08:05:00') +
					event('A', 'complete', '08:30:00') +
					event('A', 'complete', '08:40:00')
			)
		).toEqual([
			['A', '08:00', '08:30'],
			['A', '08:05', '08:40']
		]);
	});

	it('the instance decides where it is given, then the resource', async () => {
		const instance = (id: string) => string('concept:instance', id);
		const resource = (name: string) => string('org:resource', name);
		expect(
			await executions(
				event('A', 'start', '08:00:00', instance('1')) +
					event('A', 'start', '08:05:00', instance('2')) +
					event('A', 'complete', '08:30:00', instance('2')) +
					event('B', 'start', '09:00:00', resource('x')) +
					event('B', 'start', '09:05:00', resource('y')) +
					event('B', 'complete', '09:30:00', resource('y'))
			)
		).toEqual([
			['A', '08:05', '08:30'],
			['B', '09:05', '09:30'],
			['A', '08:00', ''],
			['B', '09:00', '']
		]);
	});

	it('what has no partner stays a point in time, and traces do not mix', async () => {
		const content = log([event('A', 'start', '08:00:00'), event('A', 'complete', '09:00:00')]);
		const rows = await folder.rows('log.xes', content);
		expect(rows.map((row) => [row['case'], row['started'], row['completed']])).toEqual([
			['K-1', at('08:00:00'), ''],
			['K-2', '', at('09:00:00')]
		]);
	});

	it('starts without end are let go, the earliest first', async () => {
		const rows = await executions(
			event('A', 'start', '07:00:00') +
				event('A', 'start', '08:00:00').repeat(1000) +
				event('A', 'complete', '09:00:00')
		);
		expect(rows.slice(0, 2)).toEqual([
			['A', '07:00', ''],
			['A', '08:00', '09:00']
		]);
		expect(rows).toHaveLength(1001);
	});

	it('an aborted start has no completion; scheduling and suspending are left out and counted', async () => {
		const content = log([
			event('A', 'schedule', '07:00:00') +
				event('A', 'start', '08:00:00') +
				event('A', 'suspend', '08:10:00') +
				event('A', 'ate_abort', '08:30:00') +
				event('A', 'complete', '09:00:00')
		]);
		const { staged } = await folder.stage('log.xes', content);
		expect(staged.notes).toEqual([
			{ code: 'import_note_log_events', params: { file: 'log.xes', events: 2 } }
		]);
		expect(
			(await folder.rows('log.xes', content)).map((row) => [row['started'], row['completed']])
		).toEqual([
			[at('08:00:00'), ''],
			['', at('09:00:00')]
		]);
	});

	it('transitions of another model are states that were reached', async () => {
		const content = log([
			event('Accepted', 'In Progress', '08:00:00') + event('Accepted', 'Closed', '09:00:00')
		]);
		const rows = await folder.rows('log.xes', content);
		expect(rows.map((row) => [row['completed'], row['lifecycle:transition']])).toEqual([
			[at('08:00:00'), 'In Progress'],
			[at('09:00:00'), 'Closed']
		]);
	});
});

describe('a log that cannot be read is refused with a sentence', () => {
	const good = log([event('A', '', '08:00:00')]);
	const cases: [title: string, code: string, content: string][] = [
		['one without events', 'import_log_without_events', '<log></log>'],
		['one that is cut off', 'import_xml_broken', good.slice(0, -20)],
		['crossed elements', 'import_xml_broken', good.replace('</event></trace>', '</trace></event>')],
		['an unknown entity', 'import_xml_broken', good.replace('value="A"', 'value="&x;"')],
		[
			'entities of its own',
			'import_xml_entities',
			`<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "b">]>${good.replace(/<\?xml.*?\?>\n/, '')}`
		],
		[
			'entities from elsewhere',
			'import_xml_entities',
			`<!DOCTYPE log SYSTEM "file:///etc/passwd">${good.replace(/<\?xml.*?\?>\n/, '')}`
		],
		['other XML', 'import_xml', '<?xml version="1.0"?><rss version="2.0"></rss>'],
		[
			'more attributes than anyone can read',
			'import_log_columns',
			log([
				event(
					'A',
					'',
					'08:00:00',
					Array.from({ length: 2001 }, (_, n) => string(`k${n}`, 'v')).join('')
				)
			])
		]
	];
	it.each(cases)('%s: %s', async (_title, code, content) => {
		expect(await folder.refusal('log.xes', content)).toMatchObject({
			code,
			params: { file: 'log.xes' }
		});
	});
});

it('a log whose rows repeat a long attribute without measure', async () => {
	const events = event('A', '', '08:00:00').repeat(2000);
	const content = log([string('unit', 'x'.repeat(100_000)) + events]);
	const limits = { plainBytes: 1e9, ratio: 200, ratioFrom: 1e6 };
	expect((await folder.refusal('log.xes', content, { limits })).code).toBe('import_unfolds');
	expect((await folder.stage('log.xes', log([events]), { limits })).staged.records).toBe(2000);
});

it('a log in another encoding', async () => {
	const content = log([event('Café', '', '08:00:00')]).replace('UTF-8', 'ISO-8859-1');
	expect((await folder.rows('log.xes', Buffer.from(content, 'latin1')))[0]?.['activity']).toBe(
		'Café'
	);
	expect((await folder.rows('log.xes.gz', gzipSync(content)))[0]?.['activity']).toBe('Café');
});

interface Reference {
	events: number;
	cases: number;
	activities: number;
	variants: number;
}

describe('public event logs come to the counts that others computed', () => {
	const logs = fileURLToPath(new URL('../../../../shared/event-logs/', import.meta.url));
	const names = ['running-example.xes', 'receipt.xes.gz', 'roadtraffic100traces.xes'];
	it.each(names)('%s', async (name) => {
		if (!existsSync(logs + name)) {
			console.log(`skipped: ${name} is not there`);
			return;
		}
		const reference = JSON.parse(readFileSync(`${logs}reference.json`, 'utf8')) as Record<
			string,
			Reference
		>;
		const rows = await folder.rows(name, readFileSync(logs + name));
		const traces = new Map<string, { at: number; activity: string }[]>();
		for (const { case: key = '', activity = '', completed = '' } of rows)
			traces.set(key, [...(traces.get(key) ?? []), { at: Date.parse(completed), activity }]);
		const variants = [...traces.values()].map((trace) =>
			JSON.stringify(trace.sort((a, b) => a.at - b.at).map(({ activity }) => activity))
		);
		const { events, cases, activities, variants: kinds } = reference[name] as Reference;
		expect({
			events: rows.length,
			cases: traces.size,
			activities: new Set(rows.map((row) => row['activity'])).size,
			variants: new Set(variants).size
		}).toEqual({ events, cases, activities, variants: kinds });
	});
});
