import type { Words } from '$lib/words.ts';

/** What the form for giving things out calls its fields. */
export function labelsOf(t: Words['t']): Record<string, string> {
	const fields = {
		...{ placeId: 'place', title: 'title', reason: 'reason', document: 'document', items: 'items' },
		...{ targets: 'targets', startsOn: 'starts', dueOn: 'due', finalOn: 'final', graceDays: 'grace' },
		...{ passPercent: 'percent', renewMonths: 'months' }
	};
	return Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, t(`duties.field-${key}`)]));
}
