import type { LocalSeconds } from '../calendar/local-time';
import type { DocumentKind, FollowUp } from '../evaluations/flow';
import type { Zone } from '../calendar/zones';

/** An office that does not exist. */
export interface SampleUnit {
	code: string;
	name: string;
	zone: Zone;
}

/** A file of the samples and how it is imported: as a log of an SOP, or by a profile. */
export interface SampleFile {
	/** Path below the folder of the samples. */
	file: string;
	sop: string | undefined;
	profile: string | undefined;
	/** Of a file of packages: the office it belongs to. */
	unit: string | undefined;
}

export interface SampleOutage {
	unit: string;
	from: LocalSeconds;
	until: LocalSeconds;
	reason: string;
	evidence: string;
}

/** A supporting service of a sample office, with its evaluations. */
export interface SampleService {
	unit: string;
	name: string;
	supplier: string;
	/** Local dates. */
	started: string;
	ended: string;
	/** Calendar days. */
	notice: number;
	documents: { kind: DocumentKind; reference: string; until: string | null }[];
	sheets: {
		due: string;
		/** The case of the monitoring procedure that carries it out; undefined before its first step. */
		case: string | undefined;
		/** In the order of the scheme's aspects; empty before it is filled. */
		scores: number[];
		comment: string;
		/** Why a re-evaluation was asked for, where it was. */
		reason: string | null;
		follow: FollowUp | null;
	}[];
}

/** An inferred value of an SOP; the SOP's own values have no step (''), only edges have a target. */
export interface InferredValue {
	sop: string;
	step: string;
	field: string;
	target: string;
}

/** What the samples consist of. */
export interface SampleManifest {
	/** The latest instant of the logs, on each office's own clock. */
	dataDate: LocalSeconds;
	units: SampleUnit[];
	files: SampleFile[];
	confirmations: {
		by: string;
		at: LocalSeconds;
		/** The offices have confirmed everything that the catalogue infers, except these. */
		left: InferredValue[];
	};
	outages: SampleOutage[];
	services: SampleService[];
}
