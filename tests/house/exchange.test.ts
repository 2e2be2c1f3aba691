import { describe, expect, it } from 'vitest';
import { seeded, type Random } from '../../src/assess/random.ts';
import { bankIn, canonical, type BankQuestion, type ContentSource } from '../../src/catalog/index.ts';
import { exportQuestions, importQuestions, readAny, type ExchangeFormat } from '../../src/exchange/index.ts';
import { questionTypes } from '../../src/question-types/index.ts';
import { aSource } from '../support/a-source.ts';
import { aBank, written } from '../support/kinds.ts';

/** Words as editors write them, and signs that each format uses for something of its own. */
const pieces = [
	...['mã OTP', 'ngân hàng', 'Đừng đọc', '156', '36,5', '250.000 đồng', 'hoà', 'H’Hen Niê', '“chốt đơn”', 'a/b', '50%'],
	...[
		'**đậm**',
		'*nghiêng*',
		'`mã = {1}`',
		'~~bỏ~~',
		'[trang](https://example.org/a_b?c=d&e=f)',
		'https://example.org/x_y'
	],
	...[
		'ten_tep_dai',
		'a#b',
		'#1',
		'x: y',
		'{ngoặc}',
		'100\\%',
		'\\*sao\\*',
		'5 < 6 > 4',
		'A & B',
		'&amp;',
		'AT&T',
		'~5',
		'a ~ b',
		'%50%',
		'->',
		'\\[x\\]'
	],
	...['"nháy"', "l'eau", ';', '::', '####', 'T', 'FALSE', '=5', '1..5', '@@', '\\\\', '$CATEGORY', '// chú', '️⚠️', '𝒳']
];
const sentence = (random: Random, most = 5) =>
	['Lời', ...Array.from({ length: 1 + random.below(most) }, () => pieces[random.below(pieces.length)] ?? '')].join(' ');
const paragraphs = (random: Random) =>
	random.below(4) === 0 ? `${sentence(random)}\n\n${sentence(random)}` : sentence(random);
const why = (random: Random) => `\n  ${paragraphs(random).replaceAll('\n\n', '\n\n  ')}`;
const maybe = (random: Random, text: () => string) => (random.below(2) === 0 ? text() : '');
const times = (count: number, make: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => make(i)).join('\n');

const choices = (random: Random, rights: readonly number[], count: number) =>
	times(count, (i) => `- [${rights.includes(i) ? 'x' : ' '}] ${i} ${sentence(random)}${why(random)}`);

/** What may stand below the stem of each kind; what the checker refuses is left out of the round. */
const bodies: Record<string, (random: Random) => string> = {
	one: (random) => choices(random, [random.below(2)], 2 + random.below(3)),
	several: (random) => choices(random, [0, 2], 3 + random.below(4)),
	'true-false': (random) =>
		`- [${random.below(2) ? 'đúng' : 'sai'}] ${sentence(random)}\n${choices(random, [1], 2 + random.below(3))}`,
	text: (random) =>
		times(
			1 + random.below(3),
			(i) =>
				`${random.below(2) ? '=' : '~'} ${i} ${sentence(random, 2)}${i === 0 ? why(random) : maybe(random, () => why(random))}`
		),
	number: (random) => {
		const value = ['250.000', '250000', '36,5', '-7', '1.250', '0,125', '12'][random.below(7)];
		const unit = ['', ' đồng', ' °C'][random.below(3)];
		return `= ${value}${unit}${['', ' ± 0,5', ' ± 5%'][random.below(3)]}${why(random)}`;
	},
	match: (random) =>
		times(
			2 + random.below(4),
			(i) =>
				`- ${i} ${sentence(random)} => ${random.below(2)}${i} ${sentence(random)}${maybe(random, () => why(random))}`
		) + maybe(random, () => `\n- => thừa ${sentence(random)}`),
	order: (random) =>
		times(3 + random.below(4), (i) => `${i + 1}. ${i} ${sentence(random)}${maybe(random, () => why(random))}`),
	gaps: (random) =>
		maybe(random, () => `- [ ] sai ${random.below(9)}${maybe(random, () => why(random))}\n- [ ] sai khác`),
	spot: () => '> Chào [[bạn]], bấm [[qua.example]].\n\n- [ ] Lời chào\n  Không sao.\n- [x] Đường dẫn\n  Lạ.',
	scenario: () => '== a: Gọi đến.\n- [x] Tắt\n  Đúng.\n- [ ] Nghe\n  Chưa.'
};
const stems: Record<string, (random: Random) => string> = {
	gaps: (random) =>
		`${sentence(random)} [[${maybe(random, () => '~')}hòa ${random.below(9)}|khác]] ${sentence(random)}${maybe(random, () => ' [[hai]] cuối')}.`
};

const perKind = 24;

function generated(type: string): ContentSource {
	const random = seeded(`exchange ${type}`);
	const files = Array.from({ length: perKind }, (_, i) => {
		const stem = (stems[type] ?? paragraphs)(random);
		const question = written(type, `${stem}\n\n${bodies[type]?.(random) ?? ''}`, `q-${type}-${i}`);
		const grade = random.below(2) ? ' grade="6-9"' : '';
		return [`courses/khoa/questions/r-${i}.md`, aBank(question.replace(' lesson=', `${grade} lesson=`))] as const;
	});
	return aSource({ 'framework.json': null, ...Object.fromEntries(files) });
}

const saying = ({ compiled }: BankQuestion) => canonical(compiled);
const isRandom = ({ id }: { id: string }) => /^q-.*-\d+$/.test(id) && !/^q-\d+$/.test(id);
const endings: Record<ExchangeFormat, string> = { gift: 'gift', qti: 'zip', sheet: 'xlsx' };

async function roundTrip(type: string, format: ExchangeFormat) {
	const source = generated(type);
	const before = bankIn(source, 'vi').filter(isRandom);
	const { bytes, remarks } = await exportQuestions({ source, format, lang: 'vi', course: 'khoa', purposes: ['quiz'] });
	const empty = aSource({ 'framework.json': null });
	const read = await readAny(bytes, `kho.${endings[format]}`);
	const imported = importQuestions(read, {
		...{ source: empty, folder: 'courses/khoa/questions', name: 'nhap', partial: true, defaults: {} },
		...{ course: 'khoa', purpose: 'quiz', isPublic: false }
	});
	const texts = new Map([
		...empty.texts,
		...(imported.made ? [[imported.made.path, imported.made.text] as const] : [])
	]);
	const after = new Map(bankIn({ ...empty, texts }, 'vi').map((question) => [question.id, question]));
	const lost = new Set(remarks.filter(({ code }) => /^lost-|^not-carried$/.test(code)).map(({ values }) => values?.id));
	return { before, after, lost, imported };
}

const carried: Record<string, ExchangeFormat[]> = {
	...{ one: ['gift', 'qti', 'sheet'], several: ['gift', 'qti', 'sheet'], 'true-false': ['qti', 'sheet'] },
	...{ text: ['gift', 'qti', 'sheet'], number: ['gift', 'qti', 'sheet'], match: ['gift', 'qti', 'sheet'] },
	...{ order: ['qti', 'sheet'], gaps: ['gift', 'qti', 'sheet'], spot: ['sheet'], scenario: ['sheet'] }
};

describe.each(questionTypes.map(({ name }) => name))('a question of the kind %s', (type) => {
	it.each(['gift', 'qti', 'sheet'] as const)('comes back from %s as it was, or is told', async (format) => {
		const { before, after, lost, imported } = await roundTrip(type, format);
		expect(before.length).toBeGreaterThan(perKind / 2);
		for (const question of before) {
			const back = after.get(question.id);
			if (lost.has(question.id)) expect(back && saying(back), question.id).not.toBe(saying(question));
			else
				expect(
					back && saying(back),
					`${question.id}\n${imported.made?.text.split(`#${question.id} `)[1]?.slice(0, 600)}`
				).toBe(saying(question));
		}
		const whole = before.filter(({ id }) => !lost.has(id)).length;
		if (carried[type]?.includes(format)) expect(whole).toBeGreaterThan(0);
		else expect(whole).toBe(0);
	});
});
