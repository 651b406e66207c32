import CalendarDays from '@lucide/svelte/icons/calendar-days';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import IdCard from '@lucide/svelte/icons/id-card';
import Files from '@lucide/svelte/icons/files';
import FileText from '@lucide/svelte/icons/file-text';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import Handshake from '@lucide/svelte/icons/handshake';
import Package from '@lucide/svelte/icons/package';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Upload from '@lucide/svelte/icons/upload';
import Users from '@lucide/svelte/icons/users';
import Waypoints from '@lucide/svelte/icons/waypoints';
import { m } from '$lib/paraglide/messages';
import type { ShellData } from './shell-data';

/** The entries of the main navigation, in the order of the work. */
export const NAVIGATION = [
	{ path: '/', label: m.nav_overview, icon: LayoutDashboard, count: null },
	{ path: '/sop', label: m.nav_sop, icon: ClipboardList, count: 'sops' },
	{ path: '/cases', label: m.nav_cases, icon: Files, count: null },
	{ path: '/mining', label: m.nav_mining, icon: Waypoints, count: null },
	{ path: '/packages', label: m.nav_packages, icon: Package, count: 'packages' },
	{ path: '/deviations', label: m.nav_deviations, icon: TriangleAlert, count: 'deviations' },
	{ path: '/reports', label: m.nav_reports, icon: FileText, count: null },
	{ path: '/suppliers', label: m.nav_suppliers, icon: Handshake, count: null },
	{ path: '/imports', label: m.nav_imports, icon: Upload, count: 'imports' },
	{ path: '/calendar', label: m.nav_calendar, icon: CalendarDays, count: null },
	{ path: '/people', label: m.nav_people, icon: IdCard, count: null },
	{ path: '/accounts', label: m.nav_accounts, icon: Users, count: null },
	{ path: '/audit', label: m.nav_audit, icon: ScrollText, count: null }
] as const satisfies readonly {
	path: string;
	label: () => string;
	icon: unknown;
	count: keyof ShellData['counts'] | null;
}[];

/** Does a page lie under an entry? */
export function isCurrent(entry: string, pathname: string): boolean {
	if (entry === '/') return pathname === '/';
	return pathname === entry || pathname.startsWith(`${entry}/`);
}
