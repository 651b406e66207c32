import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FunnelCard from './FunnelCard.svelte';

const stages = [
	{
		id: 'announced',
		title: { id: 'Diumumkan', en: 'Announced' },
		packages: 40,
		chain: 40,
		lost: 0
	},
	{ id: 'contract', title: { id: 'Kontrak', en: 'Contract' }, packages: 10, chain: 5, lost: 30 },
	{ id: 'handover', title: { id: 'Serah terima', en: 'Handover' }, packages: 0, chain: 0, lost: 10 }
];

async function card(given = stages, gaps = 0) {
	const { container } = await render(FunnelCard, {
		stages: given,
		gaps,
		gapsHref: '#gaps',
		listHref: ({ has, lacks }: { has?: string[]; lacks?: string[] }) =>
			`#${has?.join('+')}${lacks ? `-${lacks.join('+')}` : ''}`
	});
	return container;
}

it('draws each stage against the widest, and how much of it has every earlier stage', async () => {
	const bars = [...(await card()).querySelectorAll<HTMLElement>('.bar')];
	expect(bars.map((bar) => bar.style.width)).toEqual(['100%', '25%', '0%']);
	expect(bars.map((bar) => bar.querySelector<HTMLElement>('.chain')?.style.width)).toEqual([
		'100%',
		'50%',
		'0%'
	]);
});

it('leads from every figure to the packages behind it', async () => {
	const links = [...(await card()).querySelectorAll('tbody a')].map((link) =>
		link.getAttribute('href')
	);
	expect(links).toEqual([
		'#announced',
		'#announced',
		'#contract',
		'#announced+contract',
		'#announced-contract',
		'#handover',
		'#announced+contract+handover',
		'#contract-handover'
	]);
});

it('shows a dash, not a share, when nothing was announced', async () => {
	const empty = stages.map((stage) => ({ ...stage, packages: 0, chain: 0, lost: 0 }));
	const shares = [...(await card(empty)).querySelectorAll('tbody tr td:nth-child(4)')];
	expect(shares.map((share) => share.textContent?.trim())).toEqual(['—', '—', '—']);
});

it('points at packages whose documents are all there though a stage is missing', async () => {
	expect((await card()).querySelector('a[href="#gaps"]')).toBeNull();
	expect((await card(stages, 2)).querySelector('a[href="#gaps"]')?.textContent).toContain('2');
});
