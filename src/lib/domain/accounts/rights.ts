import type { Person, Role } from './roles';

/** Who may do something. */
export interface Right {
	/** `anyone` needs not be signed in. */
	roles: 'anyone' | readonly Role[];
	/** Only those who are held to no office: it shows or changes what belongs to all of them. */
	whole?: true;
	/** A program may do it with an access token. */
	token?: true;
	/** The answer leaves the product as a file: the record notes who took it. */
	download?: true;
}

const anyone: Right = { roles: 'anyone' };
const everyRole: Right = { roles: ['admin', 'analis', 'kepala', 'inspektur'] };
const analysts: Right = { roles: ['admin', 'analis'] };
const admins: Right = { roles: ['admin'], whole: true };
const auditors: Right = { roles: ['admin', 'inspektur'], whole: true };
const file: Right = { ...everyRole, download: true };

/**
 * Who may do what: for each route the method, or `POST ?/name` for an action of a page. What is not here is refused to
 * everybody; a test fails on a route or an action that nobody listed.
 */
export const RIGHTS: Readonly<Record<string, Readonly<Record<string, Right>>>> = {
	'/(overview)': { GET: everyRole },
	'/sop': { GET: everyRole },
	// A confirmed value counts for the cases of all offices.
	'/sop/[id]': {
		GET: everyRole,
		'POST ?/confirm': { ...analysts, whole: true },
		'POST ?/remove': { ...analysts, whole: true }
	},
	// An SOP counts for the cases of all offices.
	'/sop/new': {
		GET: { ...analysts, whole: true },
		'POST ?/draft': { ...analysts, whole: true },
		'POST ?/check': { ...analysts, whole: true },
		'POST ?/add': { ...analysts, whole: true }
	},
	'/sop/[id]/download': { GET: file },
	'/sop/[id]/model': { GET: file },
	'/sop/from-variant': { GET: everyRole },
	'/sop/from-variant/file': { GET: file },
	'/cases': { GET: everyRole },
	'/cases/download': { GET: file },
	'/cases/log': { GET: file },
	'/cases/[id]': { GET: everyRole },
	'/mining': { GET: everyRole },
	'/mining/[process]': { GET: everyRole },
	'/mining/[process]/variants': { GET: everyRole },
	'/mining/[process]/times': { GET: everyRole },
	'/mining/[process]/compare': { GET: everyRole },
	'/mining/[process]/dots': { GET: everyRole },
	'/mining/[process]/dots/events': { GET: everyRole },
	'/mining/[process]/replay': { GET: everyRole },
	'/packages': { GET: everyRole },
	'/packages/[id]': { GET: everyRole },
	'/packages/download': { GET: file },
	// The office explains, its head and the inspectorate ask and decide; only the head accepts an excuse.
	'/deviations': {
		GET: everyRole,
		'POST ?/explain': analysts,
		'POST ?/ask': { roles: ['kepala', 'inspektur'] },
		'POST ?/decide': { roles: ['kepala', 'inspektur'] },
		'POST ?/excuse': { roles: ['kepala'] },
		// What a person keeps for themselves.
		'POST ?/saveView': { roles: ['admin', 'analis', 'kepala', 'inspektur'] },
		'POST ?/removeView': { roles: ['admin', 'analis', 'kepala', 'inspektur'] }
	},
	'/deviations/gone': { GET: everyRole },
	'/deviations/[id]': { GET: everyRole },
	'/deviations/evidence': { PUT: { roles: ['admin', 'analis', 'kepala', 'inspektur'] } },
	'/deviations/evidence/[file]': { GET: file },
	'/deviations/download': { GET: file },
	// A merge counts for the suppliers of all offices.
	'/suppliers': {
		GET: everyRole,
		'POST ?/merge': { ...analysts, whole: true },
		'POST ?/split': { ...analysts, whole: true }
	},
	'/suppliers/services': {
		GET: everyRole,
		'POST ?/add': analysts,
		'POST ?/document': analysts,
		'POST ?/plan': analysts
	},
	'/suppliers/services/[service]': { GET: everyRole },
	// The head decides on what the manager of supporting services fills in.
	'/suppliers/sheets/[sheet]': {
		GET: everyRole,
		'POST ?/check': analysts,
		'POST ?/fill': analysts,
		'POST ?/receive': { roles: ['kepala'] },
		'POST ?/approve': { roles: ['kepala'] },
		'POST ?/again': { roles: ['kepala'] },
		'POST ?/document': analysts
	},
	// A scheme counts for the evaluations of all offices.
	'/suppliers/schemes': { GET: everyRole, 'POST ?/import': { ...analysts, whole: true } },
	'/suppliers/schemes/[scheme]': { GET: everyRole },
	'/suppliers/schemes/[scheme]/edit': {
		GET: { ...analysts, whole: true },
		'POST ?/save': { ...analysts, whole: true }
	},
	'/suppliers/schemes/[scheme]/download': { GET: file },
	'/suppliers/[id]': { GET: everyRole },
	'/suppliers/download': { GET: file },
	'/suppliers/report': { GET: everyRole },
	'/suppliers/report/download': { GET: file },
	'/reports': {
		GET: everyRole,
		'POST ?/schedule': everyRole,
		'POST ?/removeSchedule': everyRole,
		'POST ?/remakeKept': everyRole,
		// What was handed out then is taken away by those who answer for the office's records.
		'POST ?/removeKept': { roles: ['admin', 'kepala'] }
	},
	'/reports/kept/[report]': { GET: file },
	'/reports/download': { GET: file },
	'/reports/progress/[job]': { GET: everyRole },
	'/reports/verify': { GET: everyRole },
	'/reports/verify/file': { PUT: everyRole },
	'/imports': {
		GET: everyRole,
		'POST ?/removeSamples': { ...analysts, whole: true },
		'POST ?/forgetDraft': analysts
	},
	'/imports/[id]': { GET: everyRole, 'POST ?/undo': analysts },
	'/imports/[id]/rejects': { GET: file },
	'/imports/[id]/rows': { GET: everyRole },
	// As the office sent it, with the numbers of persons in it.
	'/imports/[id]/originals/[file]': {
		GET: { roles: ['admin', 'analis', 'inspektur'], download: true }
	},
	// A profile that has changed since may speak of other offices.
	'/imports/[id]/reread': { POST: { ...analysts, whole: true } },
	'/imports/profiles': {
		GET: everyRole,
		// A profile reads the files of all offices.
		'POST ?/add': { ...analysts, whole: true },
		'POST ?/remove': { ...analysts, whole: true }
	},
	'/imports/profiles/[id]': { GET: file },
	'/imports/new': { GET: analysts },
	'/imports/upload': {
		PUT: { ...analysts, token: true },
		DELETE: { ...analysts, token: true }
	},
	'/imports/drafts': { POST: analysts },
	'/imports/drafts/[draft]': { PUT: analysts, DELETE: analysts },
	'/imports/readings': { POST: analysts },
	'/imports/push': {
		POST: { ...analysts, token: true },
		PUT: { ...analysts, token: true }
	},
	'/imports/jobs': { POST: { ...analysts, token: true } },
	'/imports/jobs/[job]': {
		GET: { ...analysts, token: true },
		DELETE: { ...analysts, token: true }
	},
	'/calendar': {
		GET: everyRole,
		'POST ?/addOutage': analysts,
		'POST ?/removeOutage': analysts,
		'POST ?/previewOutages': analysts,
		'POST ?/importOutages': analysts,
		'POST ?/undoOutages': analysts,
		'POST ?/confirmUnit': analysts,
		'POST ?/addHoliday': analysts,
		'POST ?/removeHoliday': analysts
	},
	'/calendar/download': { GET: file },
	'/calendar/outages/[file]': { GET: file },
	// Names of persons with their posts: for those who keep the table, and for the inspectorate that follows up.
	'/people': {
		GET: { roles: ['admin', 'analis', 'inspektur'] },
		'POST ?/add': analysts,
		'POST ?/end': analysts,
		'POST ?/remove': analysts,
		'POST ?/import': analysts
	},
	'/preferences': { POST: anyone },
	'/(account)/sign-in': { GET: anyone, 'POST ?/password': anyone, 'POST ?/code': anyone },
	'/(account)/sign-in/office': { GET: anyone },
	'/(account)/sign-in/office/return': { GET: anyone },
	'/(account)/link/[token]': { GET: anyone, 'POST ?/default': anyone },
	'/(account)/sign-out': { POST: everyRole },
	'/(account)/refused': { GET: everyRole },
	'/(account)/demo-role': { POST: everyRole },
	'/(account)/account': {
		GET: everyRole,
		'POST ?/password': everyRole,
		'POST ?/startTotp': everyRole,
		'POST ?/confirmTotp': everyRole,
		'POST ?/removeTotp': everyRole,
		'POST ?/endSession': everyRole,
		'POST ?/endOthers': everyRole
	},
	'/(account)/tokens': {
		GET: analysts,
		'POST ?/add': analysts,
		'POST ?/revoke': analysts
	},
	'/accounts': { GET: admins, 'POST ?/add': admins },
	'/accounts/[account]': {
		GET: admins,
		'POST ?/change': admins,
		'POST ?/link': admins,
		'POST ?/endSessions': admins,
		'POST ?/removeTotp': admins,
		'POST ?/revokeTokens': admins
	},
	'/audit': { GET: auditors },
	'/audit/download': { GET: { ...auditors, download: true } }
};

/** What is asked for, as the framework names it. */
export interface Asked {
	/** null where no route fits. */
	route: string | null;
	method: string;
	/** The query, whose `/name` says which action of a page is meant. */
	query: URLSearchParams;
}

/** The key of what is asked in a route's rights, and its right; undefined where nobody has any. */
export function findRight({ route, method, query }: Asked): Right | undefined {
	const rights = route === null ? undefined : ownEntry(RIGHTS, route);
	if (!rights) return undefined;
	if (method === 'HEAD') return rights.GET;
	if (method !== 'POST') return ownEntry(rights, method);
	const action = [...query.keys()].find((key) => key.startsWith('/'));
	// The framework takes no default action by its name.
	if (action === '/default') return undefined;
	if (action !== undefined) return ownEntry(rights, `POST ?${action}`);
	return rights.POST ?? ownEntry(rights, 'POST ?/default');
}

/** What becomes of a request: it passes, its sender must sign in, or it is refused for good. */
export type Decision = 'pass' | 'sign_in' | 'refuse' | 'unknown';

/**
 * Decides whether somebody may do what they ask for; undefined is somebody who is not signed in. `unknown` is what
 * does not exist: whoever is signed in hears that it does not, others that they must sign in.
 */
export function decide(asked: Asked, person: Person | undefined): Decision {
	const right = findRight(asked);
	if (right?.roles === 'anyone') return 'pass';
	if (!person) return 'sign_in';
	if (!right) return asked.route === null ? 'unknown' : 'refuse';
	return mayUse(right, person) ? 'pass' : 'refuse';
}

/** Whether a person has a right. */
export function mayUse(right: Right, person: Person): boolean {
	if (right.roles === 'anyone') return true;
	if (person.by === 'token' && !right.token) return false;
	return right.roles.includes(person.role) && !(right.whole && person.units !== null);
}

/** Whether a person may open a page: for the links that lead there. */
export function mayOpen(route: string, person: Person): boolean {
	return decide({ route, method: 'GET', query: new URLSearchParams() }, person) === 'pass';
}

/** Whether a person may use an action of a page, or a method of a route (`POST ?/undo`, `PUT`). */
export function mayDo(route: string, key: string, person: Person): boolean {
	const right = RIGHTS[route]?.[key];
	return right !== undefined && mayUse(right, person);
}

/** Whether somebody needs numbers of persons and accounts in full: the head reads figures, not files. */
export function seesPersonalData(person: Person): boolean {
	return person.role !== 'kepala';
}

/** An entry of an object's own: a route called `constructor` has no rights. */
function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
