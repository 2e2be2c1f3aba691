import { aVoice, capital, dice, pick, sentence, title, type Language, type Voice } from './large-words.ts';

/** Skills that mean the same in every group of the shipped framework. */
const skills = ['p4.2', '1.2', 'p2.5', 'p2.6', 'p4.1', 'p4.3', 'p5.1', 'p6.2', '0.1', '1.3'];
const levels = ['easy', 'medium', 'hard'];

export interface LargeLesson {
	id: string;
	courseId: string;
	/** How many questions it has: half of them for the quiz, of the others at most two in reserve. */
	share: number;
}

/** A lesson of 300 to 500 words with its own questions. */
export function largeLesson(lesson: LargeLesson, lang: Language): string {
	const { id, share } = lesson;
	const voice = aVoice(lang, { topic: lesson.courseId, seed: id });
	const own = Math.floor(share / 2);
	const reserve = own > 2 ? 2 : own - 1;
	const questions = Array.from({ length: own - reserve }, (_, i) => question(lesson, { id: `${id}-${i + 1}`, lang }));
	const extra = Array.from({ length: reserve }, (_, i) => question(lesson, { id: `${id}-t${i + 1}`, lang }));
	const parts = [0, 1, 2, 3].map((part) => `## ${title(voice)} {#phan-${part + 1}}\n\n${section(voice, part)}`);
	return `---
id: ${id}
title: "${title(voice)}"
summary: "${sentence(voice)}"
${lang === 'vi' ? declared(voice) : ''}---

${paragraph(voice, 4)}

${parts.map((part, i) => `${part}\n\n${questions[i] ?? ''}`).join('\n\n')}

${[...questions.slice(parts.length), ...extra].join('\n\n')}
`;
}

const declared = ({ random }: Voice) => `minutes: ${4 + Math.floor(random() * 5)}
skills: ["${pick(random, skills)}"]
updated: "2026-11-23"
`;

/** The lesson's share of its course's quiz. */
export function largeQuestions(lesson: LargeLesson, lang: Language): string {
	const count = lesson.share - Math.floor(lesson.share / 2);
	const questions = Array.from({ length: count }, (_, i) => question(lesson, { id: `q-${lesson.id}-${i + 1}`, lang }));
	return questions.join('\n\n');
}

function section(voice: Voice, part: number): string {
	const deed = () => capital(voice.say('deeds'));
	const text = paragraph(voice, 3);
	if (part === 0) return `${text}\n\n${[0, 1, 2].map(() => `- ${sentence(voice)}`).join('\n')}`;
	if (part === 1) {
		const steps = [1, 2, 3].map((n) => `${n}. **${deed()}.** ${voice.say('advice')}.`);
		return `${text}\n\n:::cac-buoc\n${steps.join('\n')}\n:::`;
	}
	const callout = pick(voice.random, ['meo', 'canh-bao', 'lua-dao', 'lam-thu']);
	return `${text}\n\n:::${callout}[${deed()}]\n${paragraph(voice, 2)}\n:::`;
}

function paragraph(voice: Voice, sentences: number): string {
	return Array.from({ length: sentences }, () => sentence(voice)).join(' ');
}

/** The same id has the same right answer in both languages. */
function question(lesson: LargeLesson, { id, lang }: { id: string; lang: Language }): string {
	const key = dice(`key ${id}`);
	const count = key() < 0.5 ? 3 : 4;
	const right = Math.floor(key() * count);
	const name = id.includes('-t') ? 'hoi-them' : 'hoi';
	const more = id.startsWith('q-') ? ` lesson="${lesson.id}"` : '';
	const voice = aVoice(lang, { topic: lesson.courseId, seed: id });
	const options = Array.from({ length: count }, (_, i) => {
		const said = voice.say(i === right ? 'praise' : 'mild');
		return `- [${i === right ? 'x' : ' '}] ${i + 1}. ${title(voice)}\n  ${said}. ${sentence(voice)}`;
	});
	return `:::${name}{#${id} skill="${pick(key, skills)}" level="${pick(key, levels)}"${more}}
${sentence(voice)} ${lang === 'vi' ? 'Nên làm gì' : 'What to do'}?

${options.join('\n')}
:::`;
}
