import type { Securing } from './status-list.ts';

const kinds: Readonly<Record<string, Securing>> = {
	'application/vc+jwt': 'jwt',
	'application/jwt': 'jwt',
	'application/vc': 'proof',
	'application/vc+ld+json': 'proof',
	'application/ld+json': 'proof',
	'application/json': 'proof'
};

/** How a credential is to be secured for who accepts this: the first kind named that there is, or as is usual otherwise. */
export function acceptedSecuring(accept = '', usual: Securing = 'jwt'): Securing {
	for (const each of accept.split(',')) {
		const kind = kinds[each.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
		if (kind) return kind;
	}
	return usual;
}
