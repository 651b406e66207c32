import { ROLES, isRole, type Person, type Role } from '$lib/domain/accounts/roles';
import type { Reading } from '../database/store';

/** As whom a visitor of a demonstration looks: a role, or an inspector of one office only. */
export const DEMO_VIEWS = [...ROLES, 'inspektur-unit'] as const;
export type DemoView = (typeof DEMO_VIEWS)[number];

/** Whether this server is a demonstration: its own store of samples, this machine only, no accounts. */
export function isDemo(env: Record<string, string | undefined> = process.env): boolean {
	return env.TEPAT_DEMO === '1';
}

/** The view that a text names; an administrator's for anything else. */
export function readDemoView(text: string | undefined): DemoView {
	return DEMO_VIEWS.find((view) => view === text) ?? 'admin';
}

/** The visitor of a demonstration who looks in a certain way. */
export async function demoPerson(store: Reading, view: DemoView): Promise<Person> {
	const role: Role = isRole(view) ? view : 'inspektur';
	const units = view === 'inspektur-unit' ? (await store.all('reading/units')).slice(0, 1) : null;
	return {
		account: null,
		name: `demo-${view}`,
		fullName: 'Demo',
		role,
		units: units?.map(({ code }) => code) ?? null,
		by: 'demo',
		actions: null
	};
}
