import type { Profile } from '$lib/domain/importing/profile';
import { loadProfiles } from '../../importing/profiles';

/** A stage of the funnel of a process; `place` counts from 1. */
export interface Stage {
	id: string;
	title: { id: string; en: string };
	place: number;
}

/** The funnel of a process: its stages, and which rows and documents prove them. */
export interface Funnel {
	title: { id: string; en: string };
	stages: Stage[];
	/** Equally long lists, as queries take them: a row of the profile proves the place. */
	rows: { profile: string[]; place: number[] };
	/** Equally long lists: a document of this activity belongs to the place. */
	documents: { activity: string[]; place: number[] };
}

/**
 * The funnel of a process, from the export profiles of `home`; null for a process that has none. Throws as
 * loadProfiles.
 */
export function funnelOf(home: string, process: string): Funnel | null {
	const { profiles, processes } = loadProfiles(home);
	const definition = processes.find(({ id }) => id === process);
	if (!definition || definition.stages.length === 0) return null;
	const stages = definition.stages.map((stage, at) => ({ ...stage, place: at + 1 }));
	const proofs = profiles.flatMap((profile) => {
		const stage = stages.find(({ id }) => id === profile.stage);
		return profile.process === process && stage ? [{ profile, place: stage.place }] : [];
	});
	const documents = proofs.flatMap(({ profile, place }) =>
		documentsOf(profile).map((activity) => ({ activity, place }))
	);
	return {
		title: definition.title,
		stages,
		rows: {
			profile: proofs.map(({ profile }) => profile.id),
			place: proofs.map(({ place }) => place)
		},
		documents: {
			activity: documents.map(({ activity }) => activity),
			place: documents.map(({ place }) => place)
		}
	};
}

/** The places that have a document, in order. */
export function documentPlaces(funnel: Funnel): number[] {
	return [...new Set(funnel.documents.place)].sort((a, b) => a - b);
}

function documentsOf(profile: Profile): string[] {
	if (profile.form !== 'wide') return [];
	const written = profile.events.filter(({ kind }) => kind === 'document');
	return [...new Set(written.map(({ activity }) => activity))];
}
