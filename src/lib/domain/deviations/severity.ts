/** Up to how many times its budget a deviation of time is ringan (mild) and sedang (medium); berat above. */
export const severityLimits = { mild: 1.25, medium: 2 };

/** Departures from the flow that are sedang; all others are ringan. */
export const mediumFlowDeviations = ['skipped', 'not_allowed'];
