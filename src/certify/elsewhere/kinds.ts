/** Where else people learn and are confirmed. Each has its name in the message catalogue; `other` is given one. */
export const platforms = ['national-mooc', 'vneid', 'register', 'other'] as const;
export type Platform = (typeof platforms)[number];

/** Which people a figure counts. */
export const countedKinds = ['registered', 'learnt', 'completed', 'confirmed'] as const;
export type CountedKind = (typeof countedKinds)[number];
