import { given, typedIn, wholeNumber } from '$lib/forms.ts';
import type { AssignmentView } from '../../assign/index.ts';

/** An assignment as it stands in the form. */
export interface AssignmentTyped {
	placeId: string;
	title: string;
	reason: string;
	document: string;
	startsOn: string;
	dueOn: string;
	finalOn: string;
	graceDays: string;
	passPercent: string;
	renewMonths: string;
	position: string;
	required: boolean;
	testAlone: boolean;
	items: string[];
	targets: string[];
	/** Only organisations of these kinds there; none: all. */
	kinds: string[];
	/** People who were chosen one by one, as `place learner`; the form keeps them. */
	people: string[];
	[name: string]: unknown;
}

const lines = ['placeId', 'title', 'reason', 'document', 'startsOn', 'dueOn', 'finalOn'] as const;
const numbers = ['graceDays', 'passPercent', 'renewMonths', 'position'] as const;

export function assignmentTyped(form: FormData): AssignmentTyped {
	const text = Object.fromEntries([...lines, ...numbers].map((name) => [name, typedIn(form, name)]));
	const many = (name: string) => form.getAll(name).map(String);
	return {
		...(text as Record<(typeof lines)[number] | (typeof numbers)[number], string>), // every name stands in it
		required: typedIn(form, 'required') !== '',
		testAlone: typedIn(form, 'testAlone') !== '',
		items: many('items'),
		targets: many('targets'),
		kinds: many('kinds'),
		people: many('people')
	};
}

const number = (typed: string) => (typed === '' ? undefined : /^\d{1,9}$/.test(typed) ? Number(typed) : -1);

/** The same as the API takes it. */
export function assignmentToSend({ targets, kinds, people, position, ...typed }: AssignmentTyped) {
	const kind = position === '' ? 'organisation' : 'position';
	const single = people.map((each) => {
		const [placeId = '', learnerId = ''] = each.split(' ');
		return { kind: 'person', placeId, learnerId };
	});
	const only = kinds.length ? kinds.map((organisationKind) => ({ organisationKind })) : [{}];
	const wide = targets.flatMap((placeId) =>
		only.map((each) => ({ kind, placeId, ...each, ...(position && { position }) }))
	);
	const numbers = {
		graceDays: number(typed.graceDays),
		passPercent: number(typed.passPercent),
		renewMonths: number(typed.renewMonths)
	};
	return {
		...typed,
		...numbers,
		document: given(typed.document),
		finalOn: given(typed.finalOn),
		targets: [...wide, ...single]
	};
}

/** A draft as the form shows it again. */
export function typedFrom(view: AssignmentView): AssignmentTyped {
	const { title, reason, document, startsOn, dueOn, finalOn, required, testAlone } = view;
	const wide = view.targets.filter(({ kind }) => kind !== 'person');
	return {
		...{ placeId: view.place.id, title, reason, document: document ?? '', startsOn, dueOn, required, testAlone },
		finalOn: finalOn === dueOn ? '' : finalOn,
		graceDays: String(view.graceDays),
		passPercent: String(view.passPercent ?? ''),
		renewMonths: String(view.renewMonths ?? ''),
		position: wide[0]?.position ?? '',
		items: view.items.map(({ subject }) => subject),
		targets: [...new Set(wide.map(({ place }) => place.id))],
		kinds: [...new Set(wide.flatMap(({ organisationKind }) => organisationKind ?? []))],
		people: view.targets.flatMap(({ kind, place, learnerId }) => (kind === 'person' ? `${place.id} ${learnerId}` : []))
	};
}

/** An empty form: from today, in two weeks. */
export function emptyTyped(today: string): AssignmentTyped {
	const due = new Date(Date.parse(`${today}T00:00:00Z`) + 14 * 24 * 3_600_000).toISOString().slice(0, 10);
	return {
		...{ placeId: '', title: '', reason: '', document: '', startsOn: today, dueOn: due, finalOn: '' },
		...{ graceDays: '', passPercent: '', renewMonths: '', position: '', required: true, testAlone: true },
		...{ items: [], targets: [], kinds: [], people: [] }
	};
}

/** What was typed as a version, from a hidden field. */
export function versionIn(form: FormData): number {
	return wholeNumber(typedIn(form, 'version'));
}
