import type { JsonSchema } from './description.ts';
import type { Random } from './random.ts';

/** Texts that have broken something somewhere. */
export const oddTexts: readonly string[] = [
	...['', ' ', '\0', 'a\0b', '\n', '\r\nset-cookie: x=1', '\u2028', '\uFEFF', '\uD800', '\uDC00x', '\uDBFF\uD800'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'null', 'undefined', 'NaN', 'true', '0', '-1', '1e309'],
	...['../../etc/passwd', '..', '.', '/', '\\', '%00', '%2e%2e%2f', '%', '?', '#', '%zz'],
	...["' or 1=1 --", '"; drop table accounts; --', '%', '_', '\\', '{0}', '{name}', '${1}', '{{1}}', '#{1}', "'{'"],
	...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '<!--', ']]>', '&#60;'],
	...[
		'\u202Egnp.exe',
		'\u2066x\u2069',
		'e\u0301\u0301\u0301\u0301\u0301',
		'👩‍👩‍👧‍👦',
		'𝒜',
		'ﷺ',
		'İ',
		'ß',
		'ｄｅｖ',
		'Đặng Thị Ánh'
	],
	...['=1+1', '@sum(1)', '+84 912 345 678', '0912345678', '2026-02-30T00:00:00Z', '9999-12-31T23:59:59Z', '0000-00-00']
];

const oddValues: readonly unknown[] = [
	...[null, true, false, 0, -1, 1, 0.1, 1e308, -1e308, 2 ** 53, 1e21, [], {}, [[]], [null], { a: 1 }],
	...[{ toString: 1 }, { length: 1 }, { $ne: null }, { valueOf: 'x' }, ['a', 'b'], 'x']
];

const letters = 'abcdefghijklmnopqrstuvwxyzăâđêôơư 0123456789';

function text(random: Random, length: number): string {
	let made = '';
	while (made.length < length) made += letters[random.int(letters.length)];
	return made;
}

const makers: Record<string, (random: Random, schema: JsonSchema) => unknown> = {
	object: fittingObject,
	array: (random, { items = {}, maxItems = 3 }) =>
		Array.from({ length: random.int(Math.min(maxItems, 3) + 1) }, () => fitting(random, items)),
	string: fittingText,
	integer: fittingNumber,
	number: fittingNumber,
	boolean: (random) => random.chance(0.5)
};

/** A value as the schema wants it. */
export function fitting(random: Random, schema: JsonSchema): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return random.pick(schema.enum);
	if (schema.anyOf) return fitting(random, random.pick(schema.anyOf));
	return makers[schema.type ?? '']?.(random, schema) ?? null;
}

function fittingNumber(random: Random): number {
	return random.chance(0.7) ? 1930 + random.int(90) : random.pick([0, 1, -1, 1900, 2021, 3000, 1.5]);
}

function fittingObject(random: Random, { properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
	const made: Record<string, unknown> = {};
	for (const [name, schema] of Object.entries(properties))
		if (required.includes(name) || random.chance(0.5)) made[name] = fitting(random, schema);
	return made;
}

function fittingText(random: Random, { format, pattern, minLength = 0, maxLength = 200 }: JsonSchema): string {
	if (format === 'date-time') return new Date(Date.now() - random.int(200 * 86_400_000)).toISOString();
	if (pattern) return String(1 + random.int(100));
	if (random.chance(0.3)) return random.pick(oddTexts);
	const length = random.pick([minLength, minLength + 1, 8, 12, 30, Math.min(maxLength, 400), maxLength]);
	return text(random, Math.min(length, 5_000));
}

/** The body, broken in one of many ways, as the text that is sent. */
export function broken(random: Random, body: Record<string, unknown>): string {
	const names = Object.keys(body);
	const name = names.length > 0 ? random.pick(names) : 'x';
	const whole = () => JSON.stringify(body);
	const ways: (() => string)[] = [
		() => JSON.stringify({ ...body, [name]: random.pick(oddValues) }),
		() => JSON.stringify({ ...body, [name]: random.pick(oddTexts) }),
		() => JSON.stringify({ ...body, [name]: text(random, random.pick([301, 2_001, 30_001])) }),
		() => JSON.stringify({ ...body, [name]: undefined }),
		() => JSON.stringify({ ...body, [random.pick(extras)]: random.pick(oddValues) }),
		() => whole().replace('{', '{"__proto__":{"role":"administrator"},'),
		() => whole().replace('{', '{"constructor":{"prototype":{"role":"administrator"}},'),
		() => whole().replace('{', `{${JSON.stringify(name)}:"x",`),
		() => whole().slice(0, random.int(whole().length + 1)),
		() => `[${whole()}]`,
		() => JSON.stringify(random.pick(oddValues)),
		() => '['.repeat(3_000) + ']'.repeat(random.pick([0, 3_000])),
		() => `{"${name}":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`,
		() => JSON.stringify({ ...body, [name]: Array.from({ length: 2_000 }, (_, i) => i) }),
		() => '',
		() => '\uFEFF{}'
	];
	return random.pick(ways)();
}

const extras = [
	'learnerId',
	'accountId',
	'role',
	'correct',
	'score',
	'passed',
	'placePath',
	'id',
	'x',
	'admin',
	'grants'
];
