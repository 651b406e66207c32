import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Header } from '$lib/domain/importing/header';
import { profileSchema } from '$lib/domain/importing/profile';
import { recogniseProfile } from '$lib/domain/importing/recognise';
import { loadProfiles } from '$lib/server/importing/profiles';
import { home } from './store';

const { profiles, processes } = loadProfiles(home);

describe('export profiles', () => {
	it('the published JSON Schema is that of the loader', async () => {
		const path = join(home, 'data/export-profiles/profile.schema.json');
		expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(
			JSON.parse(JSON.stringify(z.toJSONSchema(profileSchema, { io: 'input' })))
		);
	});

	it('every stage of a funnel has a file that proves it', () => {
		for (const process of processes)
			for (const stage of process.stages)
				expect(
					profiles.filter((profile) => profile.process === process.id && profile.stage === stage.id)
						.length,
					`${process.id} ${stage.id}`
				).toBeGreaterThan(0);
	});

	it('every official export declares what it can show, and a plan shows nothing that happened', () => {
		for (const profile of profiles) {
			if (profile.process === undefined) continue;
			const happened =
				profile.form === 'long'
					? []
					: [...profile.events, ...profile.lists].flatMap(({ kind, activity }) =>
							kind === 'planned' || activity === undefined ? [] : [activity]
						);
			expect([...(profile.shows ?? ['undeclared'])].sort(), profile.id).toEqual(
				[...new Set(happened)].sort()
			);
		}
	});

	it.each(profiles.map((profile) => ({ id: profile.id, profile })))(
		'$id is recognised by its own columns alone',
		({ id, profile }) => {
			const columns = new Set(
				profile.recognise.map((column) => (typeof column === 'string' ? column : (column[0] ?? '')))
			);
			expect(recogniseProfile(new Header([...columns], 'x'), profiles)?.profile.id).toBe(id);
		}
	);

	const headers: [header: string, profile: string | undefined][] = [
		['case,activity,started,completed,actor', 'event-log'],
		['Nomor Berkas;Kegiatan;Mulai;Selesai;Petugas', 'event-log'],
		['CASE_ID,ACTIVITY,TIMESTAMP', 'event-log'],
		['case:concept:name,concept:name,time:timestamp,org:resource', 'event-log'],
		['id_tiket,tahap,waktu', 'event-log'],
		['kasus,kegiatan', undefined],
		['kd_nontender,nama_paket', undefined],
		['\u200bKasus ,\ufeffKegiatan,Waktu Selesai', 'event-log']
	];
	it.each(headers)('%s', (header, expected) => {
		const names = header.split(/[,;]/);
		expect(recogniseProfile(new Header(names, 'x'), profiles)?.profile.id).toBe(expected);
	});
});
