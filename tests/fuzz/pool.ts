import type { Random } from './random.ts';

/** Routes whose answer is a thing itself, and of which kind it is. */
const tellsOf: [RegExp, string][] = [
	[/^POST \/grants/, 'grant'],
	[/\/attempts/, 'attempt'],
	[/^GET \/courses\/\{id\}$/, 'course'],
	[/^POST \/places/, 'place']
];

/** What exists on the server and can be asked for, whoever it belongs to. */
export class Pool {
	readonly #known = new Map<string, string[]>();
	/** Per question what a result said would have been right. */
	readonly right = new Map<string, Record<string, string[]>>();

	add(kind: string, value: unknown): void {
		if (typeof value !== 'string') return;
		const values = this.#known.get(kind) ?? [];
		if (!values.includes(value)) values.push(value);
		if (values.length > 300) values.splice(0, 1);
		this.#known.set(kind, values);
	}

	some(random: Random, kind: string): string | undefined {
		const values = this.#known.get(kind);
		return values && random.pick(values);
	}

	/** Remembers what an answer tells of; grants of those who play stay out, so that they keep their roles. */
	learnFrom(name: string, answer: unknown): void {
		const found = (answer ?? {}) as Record<string, unknown>; // whatever is not there is not remembered
		if (name === 'POST /accounts') this.add('newcomer', (found['account'] as { id?: unknown } | undefined)?.id);
		for (const [told, kind] of tellsOf) if (told.test(name)) this.add(kind, found['id']);
		this.add('code', found['code']);
		this.add('attempt', found['attemptId']);
		for (const each of listIn(found['questions'])) this.#learnQuestion(each);
		for (const each of listIn(found['sessions'])) this.add('session', each['id']);
		for (const each of listIn(found['parts'])) this.add('question', each['questionId']);
		for (const each of listIn(found['lessons'])) this.add('lesson', each['id']);
	}

	#learnQuestion(question: Record<string, unknown>): void {
		this.add('question', question['id']);
		const fields = listIn(question['fields']);
		for (const option of [question, ...fields].flatMap((each) => listIn(each['options'])))
			this.add('option', option['id']);
		const right = Object.fromEntries(fields.map((field) => [String(field['name']), rightIn(field)]));
		if (Object.values(right).some((values) => values.length > 0)) this.right.set(String(question['id']), right);
	}
}

/** What a field should have been filled in with: the right options, or the words that the result gives. */
function rightIn(field: Record<string, unknown>): string[] {
	const options = listIn(field['options']).filter((option) => option['correct'] === true);
	if (options.length > 0) return options.map((option) => String(option['id']));
	return typeof field['solution'] === 'string' ? [field['solution'].replace(/<[^>]*>/g, '')] : [];
}

export function listIn(value: unknown): Record<string, unknown>[] {
	return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** Which kind of thing a member of a path, query or body names. */
export function kindOf(member: string, path: string): string | null {
	const byMember: Record<string, string> = {
		accountId: 'account',
		after: 'account',
		placeId: 'place',
		parentId: 'place',
		parent: 'place',
		attemptId: 'attempt',
		courseId: 'course',
		lessonId: 'lesson',
		questionId: 'question',
		optionId: 'option',
		code: 'code'
	};
	// Those who play keep the roles they began with, by which it is judged what they may see.
	if (member === 'accountId' && path.endsWith('/grants')) return 'newcomer';
	if (member !== 'id') return byMember[member] ?? null;
	const [, segment] = /\/(\w+)\/\{id\}/.exec(path) ?? [];
	return segment ? segment.replace(/s$/, '') : null;
}
