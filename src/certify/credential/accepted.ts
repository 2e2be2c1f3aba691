import type { Securing } from './status-lists.ts';

const kinds: Readonly<Record<string, Securing>> = {
	'application/vc+jwt': 'jwt',
	'application/jwt': 'jwt',
	'application/vc': 'proof',
	'application/vc+ld+json': 'proof',
	'application/ld+json': 'proof',
	'application/json': 'proof'
};

/** How a credential is to be secured for who accepts this: the first kind named that there is, a signature otherwise. */
export function acceptedSecuring(accept = ''): Securing {
	for (const each of accept.split(',')) {
		const kind = kinds[each.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
		if (kind) return kind;
	}
	return 'jwt';
}
