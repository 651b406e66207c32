import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import ChevronsUp from '@lucide/svelte/icons/chevrons-up';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CirclePlay from '@lucide/svelte/icons/circle-play';
import Minus from '@lucide/svelte/icons/minus';
import OctagonAlert from '@lucide/svelte/icons/octagon-alert';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Waypoints from '@lucide/svelte/icons/waypoints';
import X from '@lucide/svelte/icons/x';
import type { Component } from 'svelte';
import { m } from '$lib/paraglide/messages';

/** How a status looks: never by colour alone. */
export type Tone = 'ok' | 'near' | 'late' | 'excused' | 'unknown' | 'provisional' | 'plain';

export interface StatusLook {
	word: () => string;
	sign: Component<{ size?: number; 'aria-hidden'?: 'true'; strokeWidth?: number }>;
	tone: Tone;
}

/** Verdicts, case states and severities: word, sign and tone of each. */
export const STATUS_LOOKS = {
	on_time: { word: m.term_on_time, sign: Check, tone: 'ok' },
	near: { word: m.term_near, sign: TriangleAlert, tone: 'near' },
	at_risk: { word: m.term_at_risk, sign: TriangleAlert, tone: 'near' },
	late: { word: m.term_late, sign: X, tone: 'late' },
	off_flow: { word: m.term_off_flow, sign: Waypoints, tone: 'near' },
	excused: { word: m.term_excused, sign: ShieldCheck, tone: 'excused' },
	unmeasured: { word: m.term_unmeasured, sign: CircleHelp, tone: 'unknown' },
	no_budget: { word: m.term_no_budget, sign: Minus, tone: 'plain' },
	provisional: { word: m.term_provisional, sign: CircleDashed, tone: 'provisional' },
	inferred: { word: m.term_inferred, sign: CircleDashed, tone: 'provisional' },
	running: { word: m.term_running, sign: CirclePlay, tone: 'plain' },
	completed: { word: m.term_completed, sign: CircleCheck, tone: 'plain' },
	abandoned: { word: m.term_abandoned, sign: CirclePause, tone: 'unknown' },
	cancelled: { word: m.term_cancelled, sign: Ban, tone: 'unknown' },
	ringan: { word: m.term_severity_ringan, sign: ChevronUp, tone: 'plain' },
	sedang: { word: m.term_severity_sedang, sign: ChevronsUp, tone: 'near' },
	berat: { word: m.term_severity_berat, sign: OctagonAlert, tone: 'late' }
} as const satisfies Record<string, StatusLook>;

export type Status = keyof typeof STATUS_LOOKS;

/** Is it a status that has a look? For values that come from the store as text. */
export function isStatus(value: string): value is Status {
	return Object.hasOwn(STATUS_LOOKS, value);
}
