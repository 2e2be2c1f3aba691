import type { CarriedBody, CarriedChoice, CarriedQuestion } from '../../catalog/index.ts';
import { withTwins } from '../bare-answers.ts';
import type { Outgoing } from '../outgoing.ts';
import { giftEscaped } from './blocks.ts';
import { weightsOf } from './weights.ts';

/** A question as GIFT; null where GIFT has nothing like it. Texts are Markdown and say so. */
export function giftOf({ id, about, question }: Outgoing): string | null {
	const answers = answersOf(question.body);
	if (answers === null) return null;
	const tags = (['skill', 'level', 'lesson', 'grade'] as const).flatMap((name) =>
		about[name] ? [`[tag:${name}=${about[name]}]`] : []
	);
	const comment = [`// [id:${id}]`, ...tags].join(' ');
	return `${comment}\n::${id}::[markdown]${aroundGap(question, `{\n${answers.join('\n')}\n}`)}\n`;
}

/** Where the questions of one course for one purpose begin. */
export const giftCategory = ({ about }: Outgoing) => `$CATEGORY: ${about.course ?? ''}/${about.purpose ?? ''}`;

function aroundGap({ stem, body }: CarriedQuestion, answers: string): string {
	if (body.shape !== 'gaps') return `${giftEscaped(stem)} ${answers}`;
	const [before = '', after = ''] = stem.split('[[1]]');
	return `${giftEscaped(before)}${answers}${giftEscaped(after)}`;
}

function answersOf(body: CarriedBody): string[] | null {
	switch (body.shape) {
		case 'choice':
			return choices(body.choices);
		case 'text':
			return withTwins(body.answers).map(({ text, why }) => `=${plain(text)}${because(why)}`);
		case 'number':
			return [`#${body.value}:${body.tolerance}${because(body.why)}`];
		case 'pairs':
			return body.pairs.map(({ left, right }) => `=${giftEscaped(withoutArrow(left))} -> ${giftEscaped(right)}`);
		case 'gaps':
			return body.gaps.length === 1 ? gap(body) : null;
		default:
			return null;
	}
}

const because = (why: string) => (why ? `#${giftEscaped(why)}` : '');
/** In a written answer an asterisk stands for anything. */
const plain = (text: string) => giftEscaped(text).replaceAll('*', '\\*');
const withoutArrow = (text: string) => text.replaceAll('->', '-&gt;');

function choices(all: readonly CarriedChoice[]): string[] {
	const single = all.filter(({ right }) => right).length === 1;
	const weights = weightsOf(all.map(({ right }) => right));
	return all.map(({ text, right, why }, i) => {
		const sign = single && right ? '=' : '~';
		return `${sign}${single ? '' : `%${weights[i] ?? 0}%`}${giftEscaped(text)}${because(why)}`;
	});
}

function gap({ gaps: [answers = []], words }: CarriedBody & { shape: 'gaps' }): string[] {
	const whyOf = (text: string) => words.find((word) => word.right && word.text === text)?.why ?? '';
	const wrong = words.filter(({ right }) => !right).map(({ text, why }) => `~${giftEscaped(text)}${because(why)}`);
	const own = answers.map((answer) => ({ ...answer, why: whyOf(answer.text) }));
	if (wrong.length > 0)
		return [...own.slice(0, 1).map(({ text, why }) => `=${giftEscaped(text)}${because(why)}`), ...wrong];
	return withTwins(own).map(({ text, why }) => `=${plain(text)}${because(why)}`);
}
