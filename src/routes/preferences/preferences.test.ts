import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { POST } from './+server';

/** Sends the form; answers the cookies set and where it leads. */
async function send(fields: Record<string, string>, origin = 'http://127.0.0.1:3000') {
	const set: Record<string, { value: string; secure: boolean | undefined }> = {};
	const url = new URL('/preferences', origin);
	const event = {
		url,
		request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
		cookies: {
			set: (name: string, value: string, options: { secure?: boolean }) =>
				(set[name] = { value, secure: options.secure })
		}
	};
	try {
		await POST(event as unknown as RequestEvent<Record<string, never>, '/preferences'>);
	} catch (thrown) {
		return { set, location: (thrown as { location: string }).location };
	}
	throw new Error('it did not lead back');
}

describe('keeping language and theme', () => {
	it('sets both cookies and returns to the page with its filters', async () => {
		const { set, location } = await send({ locale: 'en', theme: 'dark', back: '/sop?unit=a' });
		expect(set).toEqual({
			PARAGLIDE_LOCALE: { value: 'en', secure: false },
			tepat_theme: { value: 'dark', secure: false }
		});
		expect(location).toBe('/sop?unit=a');
	});

	it('sets secure cookies where there is a certificate', async () => {
		const { set } = await send({ theme: 'light', back: '/' }, 'https://tepat.example');
		expect(set.tepat_theme?.secure).toBe(true);
	});

	it('ignores a language it does not speak and a theme it does not have', async () => {
		const { set } = await send({ locale: 'xx', theme: 'neon', back: '/' });
		expect(set).toEqual({ tepat_theme: { value: 'system', secure: false } });
	});

	it.each([
		'https://elsewhere.example/x',
		'//elsewhere.example',
		'/\\elsewhere.example',
		'http://'
	])('leads nowhere else: %s', async (back) => {
		expect((await send({ theme: 'dark', back })).location).toBe('/');
	});
});
