import { describe, expect, test } from 'vitest';
import { UserError } from '$lib/domain/user-error';
import { m } from '$lib/paraglide/messages';
import { reportError, statusOf } from './report-error';

function report(error: unknown, status = 500) {
	const log: string[] = [];
	const request = new Request('http://h/sop');
	const locals = {};
	const shown = reportError({ error, request, locals, path: '/sop', status }, (entry) =>
		log.push(entry)
	);
	return { shown, log: log.join(''), status: statusOf(locals) };
}

describe('what a page says about an error', () => {
	test('of the reader: its sentence, a status that says so, and nothing in the log', () => {
		const { shown, log, status } = report(new UserError('body_too_large', { limit: '512 KB' }));
		expect(shown.message).toContain('512 KB');
		expect(shown.id).toBeUndefined();
		expect(status).toBe(422);
		expect(log).toBe('');
	});

	test('of ours: an id, under which the log has the stack and its cause', () => {
		const defect = new Error('secret path /srv/x', { cause: new Error('the cause') });
		const { shown, log, status } = report(defect);
		expect(shown).toEqual({
			message: `${m.error_unexpected()} (${shown.id})`,
			id: expect.stringMatching(/^[0-9a-f-]{36}$/)
		});
		expect(log).toContain(`${shown.id} GET /sop`);
		expect(log).toContain('secret path /srv/x');
		expect(log).toContain('caused by: Error: the cause');
		expect(status).toBeUndefined();
	});

	test('of a page that does not exist: a sentence, and no entry in the log', () => {
		expect(report(new Error('Not found: /x'), 404)).toMatchObject({
			shown: { message: m.error_page_not_found() },
			log: ''
		});
	});
});
