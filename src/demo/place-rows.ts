import { placeSortKey } from '../places/index.ts';
import { fold } from '../platform/text.ts';
import type { DemoPlace } from './province.ts';

/** As rows keep it; `~` puts what is made up at the end of each list. */
export function placeRow(place: DemoPlace) {
	return { ...place, nameSort: `~${placeSortKey(place.name)}`, folded: fold(place.name), sample: true };
}

/** What the made-up province lies in, and itself; the server brings the rest of the country at its first start. */
export function topRows() {
	const none = { localKind: '', sample: false };
	return [
		{
			...none,
			id: 'vn',
			code: '',
			kind: 'country',
			name: 'Việt Nam',
			nameSort: placeSortKey('Việt Nam'),
			folded: 'viet nam',
			path: '/'
		},
		{
			...{
				...none,
				id: 'mau',
				code: 'mau',
				kind: 'province',
				name: 'Tỉnh Mẫu (làm thử)',
				localKind: 'tỉnh',
				sample: true
			},
			...{
				nameSort: `~${placeSortKey('Tỉnh Mẫu (làm thử)')}`,
				folded: 'tinh mau (lam thu)',
				parentId: 'vn',
				path: '/mau/'
			}
		}
	];
}
