/** Up to how many times its budget a deviation of time is ringan (mild) and sedang (medium); berat above. */
export const severityLimits = { mild: 1.25, medium: 2 };
