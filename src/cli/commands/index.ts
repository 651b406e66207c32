import type { Command } from '../command';
import { auditCommand } from './audit';
import { casesCommand } from './cases';
import { deviationsCommand } from './deviations';
import { exportCommand } from './export';
import { importCommand, undoCommand } from './import';
import { mapCommand, variantsCommand } from './mining';
import { peopleCommand } from './people';
import { reportCommand } from './report';
import { sopCommand } from './sop';
import { suppliersCommand } from './suppliers';
import { summaryCommand } from './summary';

/** The commands by name. */
export const commands: Record<string, Command | undefined> = {
	audit: auditCommand,
	sop: sopCommand,
	import: importCommand,
	undo: undoCommand,
	summary: summaryCommand,
	deviations: deviationsCommand,
	report: reportCommand,
	suppliers: suppliersCommand,
	people: peopleCommand,
	cases: casesCommand,
	variants: variantsCommand,
	map: mapCommand,
	export: exportCommand
};
