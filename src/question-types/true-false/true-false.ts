import type { WrittenBody } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import { bare, checkOptionCount, choicesIn, inWords, linesOf, rightOnes, shown, writtenOptions } from '../options.ts';
import { withReview } from '../with-review.ts';

interface Key {
	readonly claim: boolean;
	/** HTML. */
	readonly why: string;
}
const keyOf = ({ key }: { key?: unknown }) => key as Key; // only this type compiled it

/**
 * A claim is true or false, and one of two to four reasons says why. The verdict is worth one half; the right reason is
 * worth the other half, but only with the right verdict: a reason for the wrong verdict was guessed.
 */
export const trueFalse = withReview(
	{
		...writtenOptions,
		...{ name: 'true-false', explains: false, hint: 'questions.hint-true-false' },
		entry: /^[-*+] \[( |x|đúng|sai|true|false)\](?:\s+(.*))?$/i,
		almost: /^\s*[-*+]?\s*\[(?:[ x]{0,3}|đúng|sai|true|false)\](?!\()/i,
		example: '“- [sai] vì sao sai”, rồi “- [ ] lý do” và “- [x] lý do đúng”',
		carriage: {
			carry: (body) => ({
				stem: body.stem,
				body: {
					...{ shape: 'claim', claim: isTrue(body), why: body.entries.find(isClaim)?.text ?? '' },
					reasons: choicesIn(reasonsOf(body).entries)
				}
			}),
			write({ stem, body }) {
				if (body.shape !== 'claim') return null;
				const claim = { text: `- [${body.claim ? 'đúng' : 'sai'}] ${body.why}`, why: '' };
				return { stem, lines: [claim, ...linesOf(body.reasons)] };
			}
		},
		check(body, faults) {
			const reasons = reasonsOf(body);
			const claims = body.entries.length - reasons.entries.length;
			if (claims !== 1) faults.add(body.line, 'claim-count', { count: claims });
			const { right } = checkOptionCount(reasons, faults, 4);
			if (right > 1) faults.add(body.line, 'two-right-answers', { count: right });
			for (const { line, explanation } of reasons.entries) if (!explanation) faults.add(line, 'option-no-explanation');
		},
		shape: (body) => `${isTrue(body)} ${writtenOptions.shape(reasonsOf(body))}`,
		compile(body, phrases) {
			const why = phrases(body.entries.find(isClaim)?.tokens ?? []);
			return { ...writtenOptions.compile(reasonsOf(body), phrases), key: { claim: isTrue(body), why } satisfies Key };
		},
		inWords(question, words) {
			const same = inWords(question, words);
			return same && { ...same, key: { ...keyOf(question), why: keyOf(words).why } satisfies Key };
		},
		fields: ({ options }, order, lang) => [
			{
				...{ ...bare, name: 'claim', control: 'one', label: say(lang, 'questions.claim') },
				options: ['true', 'false'].map((id) => ({ id, text: say(lang, `questions.${id}`) }))
			},
			{
				...{ ...bare, name: 'reason', control: 'one', label: say(lang, 'questions.reason') },
				options: shown(options, order)
			}
		],
		grade(question, response) {
			const claim = response.claim?.[0] === String(keyOf(question).claim);
			const reason = claim && rightOnes(question.options).includes(response.reason?.[0] ?? '');
			return { points: (Number(claim) + Number(reason)) / 2, right: { claim, reason } };
		},
		solution: (question) => ({
			claim: [String(keyOf(question).claim)],
			reason: rightOnes(question.options)
		})
	},
	(question, field) => (field === 'claim' ? { explanation: keyOf(question).why } : {})
);

const isClaim = ({ sign }: WrittenBody['entries'][number]) => sign.length > 1;
const isTrue = ({ entries }: WrittenBody) => /^(?:đúng|true)$/i.test(entries.find(isClaim)?.sign ?? '');
const reasonsOf = (body: WrittenBody): WrittenBody => ({
	...body,
	entries: body.entries.filter((entry) => !isClaim(entry))
});
