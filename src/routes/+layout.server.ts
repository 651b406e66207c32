import {
	THEME_COOKIE,
	toTheme,
	type ShellData,
	type ShellPerson,
	type Theme
} from '$lib/components/shell/shell-data';
import { mayDo, mayOpen } from '$lib/domain/accounts/rights';
import type { Person } from '$lib/domain/accounts/roles';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import { isDemo, readDemoView } from '$lib/server/accounts/demo';
import { loadShell } from '$lib/server/reading/shell';
import { readCookie } from '$lib/server/web/people/cookies';
import { productStore } from '$lib/server/web/store';
import type { LayoutServerLoad } from './$types';

/** What the frame around every page shows, in the reader's language and colours; of the data only to who is signed in. */
export const load: LayoutServerLoad = async (
	event
): Promise<{ locale: Locale; theme: Theme } & Partial<ShellData>> => {
	const frame = { locale: getLocale(), theme: toTheme(event.cookies.get(THEME_COOKIE)) };
	const { person } = event.locals.identity;
	if (!person) return frame;
	const shell = await loadShell(await productStore());
	const view = isDemo() ? readDemoView(readCookie(event, 'demo')) : null;
	return { ...frame, ...shell, ...rightsOf(person), person: personOf(person, view, shell.units) };
};

/** The entries of the navigation that lead to what is no page of its own name. */
const ROUTES: Record<string, string> = {
	'/': '/(overview)',
	'/account': '/(account)/account',
	'/tokens': '/(account)/tokens'
};
const PATHS = [
	...['/', '/sop', '/cases', '/mining', '/packages', '/deviations', '/reports', '/suppliers'],
	...['/imports', '/calendar', '/people'],
	...['/accounts', '/audit', '/account', '/tokens']
];

function rightsOf(person: Person): Pick<ShellData, 'paths' | 'may'> {
	const own =
		person.by === 'demo' ? PATHS.filter((path) => !(path in ROUTES) || path === '/') : PATHS;
	return {
		paths: own.filter((path) => mayOpen(ROUTES[path] ?? path, person)),
		may: {
			import: mayDo('/imports/jobs', 'POST', person),
			undo: mayDo('/imports/[id]', 'POST ?/undo', person),
			removeSamples: mayDo('/imports', 'POST ?/removeSamples', person),
			changeCalendar: mayDo('/calendar', 'POST ?/addOutage', person),
			changePeople: mayDo('/people', 'POST ?/add', person),
			confirm: mayDo('/sop/[id]', 'POST ?/confirm', person)
		}
	};
}

function personOf(
	person: Person,
	demo: ShellPerson['demo'],
	units: readonly { id: string; name: string }[]
): ShellPerson {
	return {
		name: person.name,
		fullName: person.fullName,
		role: person.role,
		units: person.units?.map((code) => units.find(({ id }) => id === code)?.name ?? code) ?? null,
		demo
	};
}
