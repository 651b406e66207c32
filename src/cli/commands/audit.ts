import { m } from '$lib/paraglide/messages';
import { verifyAudit } from '$lib/server/audit/verify';
import { text } from '../command';
import type { Command } from '../command';
import { tell, writeJson } from '../output';
import { UsageError } from '../usage';

/**
 * `audit verify` walks the record of who did what and says whether each entry fits the one before it; exit 1 with the
 * first that does not. `--anchor ENTRY:HASH` also asks that an entry that was written down earlier still stands there.
 */
export const auditCommand: Command = {
	options: { anchor: { type: 'string' } },
	run: (call) => {
		const [what, ...rest] = call.positionals;
		if (what !== 'verify' || rest.length > 0) throw new UsageError('cli_audit_usage');
		const anchor = readAnchor(text(call, 'anchor'));
		return call.withStore(async (store) => {
			const { entries, head, broken } = await verifyAudit(store, anchor);
			if (call.json) writeJson({ entries, head, broken });
			else if (broken)
				tell(m.cli_audit_broken({ entry: broken.entry, reason: reasonText(broken.reason) }));
			else process.stdout.write(`${m.cli_audit_fits({ entries, head })}\n`);
			return broken ? 1 : 0;
		});
	}
};

function readAnchor(given: string | null): { entry: number; hash: string } | undefined {
	if (given === null) return undefined;
	const parts = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(given);
	if (!parts) throw new UsageError('cli_audit_usage');
	return { entry: Number(parts[1]), hash: String(parts[2]) };
}

function reasonText(reason: string): string {
	if (reason === 'number') return m.cli_audit_reason_number();
	if (reason === 'link') return m.cli_audit_reason_link();
	if (reason === 'content') return m.cli_audit_reason_content();
	return reason === 'end' ? m.cli_audit_reason_end() : m.cli_audit_reason_anchor();
}
