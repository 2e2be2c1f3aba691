/** The contact cards that the form offers, one of each kind. */
export const contactKinds = ['service-centre', 'police', 'team'] as const;

export const contactFields = ['name', 'phone', 'address', 'hours'] as const;

export type TypedContact = { kind: (typeof contactKinds)[number] } & Record<(typeof contactFields)[number], string>;
