import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { findReading } from '$lib/server/uploads/readings';
import { currentOwner } from '$lib/server/web/context';
import { productStore } from '$lib/server/web/store';
import type { RequestHandler } from './$types';

const header = z.array(z.string().max(2000)).max(2000);

/** How files with these columns were last read; null where nobody did. */
export const POST: RequestHandler = async ({ request }) => {
	const names = header.safeParse(await request.json().catch(() => undefined));
	if (!names.success) return json(null, { status: 422 });
	const asked = { names: names.data, owner: currentOwner() };
	return json((await findReading(await productStore(), asked)) ?? null);
};
