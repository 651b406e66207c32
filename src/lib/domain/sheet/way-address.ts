/**
 * The parameters with which an address of the list of cases names a step of a sheet, or a way between two of its steps:
 * ids of steps, an empty side is where cases begin or end.
 */
export function wayParams(
	way: { from: string | null; to: string | null } | { step: string }
): Record<string, string> {
	return 'step' in way ? { step: way.step } : { way: `${way.from ?? ''}>${way.to ?? ''}` };
}
