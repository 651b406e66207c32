import type { MapEdge } from '$lib/domain/mining/process-map';
import type { NodeName } from '$lib/server/reading/mining/mined-process';
import type { MapLayout } from './map-layout';

/** How a path looks: by the SOP, by how cases stand that end with it, or by which side of a comparison takes it. */
export type WayKind = 'in' | 'out' | 'none' | 'running' | 'stopped' | 'one' | 'other' | 'differs';

/** An activity as a map draws it. */
export interface PictureNode extends NodeName {
	node: number;
	/** The number in its corner. */
	count: string;
	/** Of the busiest activity, 0 to 1: the bar at its foot. */
	share: number;
	/** In a sentence. */
	title: string;
}

/** A path as a map draws it; no source is where cases begin, no target where they end. */
export interface PictureEdge extends Pick<MapEdge, 'source' | 'target' | 'ending'> {
	kind: WayKind;
	/** Of the widest path, 0 to 1. */
	weight: number;
	/** What stands at it. */
	label: string;
	/** In a sentence. */
	title: string;
	/** Where its cases are. */
	href: string;
}

/** What stands above a map that is saved: a picture that is handed on says itself what it shows. */
export interface PictureHead {
	title: string;
	/** Scope, SOP, data date. */
	lines: readonly string[];
	/** What the looks of its paths mean. */
	ways: readonly { kind: WayKind; text: string }[];
	notes: readonly string[];
}

/** A laid out map with what it lays out: the two change together. */
export interface Picture {
	layout: MapLayout;
	nodes: readonly PictureNode[];
	edges: readonly PictureEdge[];
}
