import { bankIn, resolvePath, type BankQuestion, type ContentSource } from '../catalog/index.ts';
import type { Lang } from '../platform/messages/index.ts';
import { kindedFrom } from './drafts.ts';
import { readGift } from './gift/read-gift.ts';
import { giftCategory, giftOf } from './gift/write-gift.ts';
import type { About, Incoming } from './incoming.ts';
import { lossesOf } from './losses.ts';
import type { Outgoing } from './outgoing.ts';
import { readQtiPackage } from './qti/read-package.ts';
import { qtiPackage } from './qti/write-package.ts';
import type { Remark } from './remark.ts';
import { writeSheet } from './sheet/write-sheet.ts';
import { readSheet } from './sheet/read-sheet.ts';

export type ExchangeFormat = 'gift' | 'qti' | 'sheet';

/** Which questions are wanted. */
export interface Wanted {
	readonly source: ContentSource;
	readonly lang: Lang;
	readonly format: ExchangeFormat;
	/** Of one course; null for all. */
	readonly course: string | null;
	readonly purposes: readonly string[];
}

export interface Exported {
	readonly bytes: Uint8Array;
	/** How many questions are in it. */
	readonly count: number;
	/** What is not in it, question by question. */
	readonly remarks: readonly Remark[];
}

/** A question of the bank with what is said of it. */
interface Chosen {
	readonly question: BankQuestion;
	readonly about: About;
}

/** The questions in a format for other programs, and what of them it can't hold: found by reading it again. */
export async function exportQuestions(wanted: Wanted): Promise<Exported> {
	const chosen = bankIn(wanted.source, wanted.lang)
		.filter(({ compiled }) => wanted.purposes.includes(compiled.purpose))
		.filter(({ compiled }) => wanted.course === null || compiled.courseId === wanted.course)
		.map((question) => ({ question, about: aboutOf(question) }));
	const { bytes, went, back } = await writers[wanted.format](chosen, wanted);
	const returned = new Map(back.map((incoming) => [incoming.about.id, incoming]));
	const remarks = chosen.flatMap((each) => {
		const { question, about } = each;
		const place = { file: question.path, line: question.line, kind: 'left' as const };
		if (!went.has(question.id))
			return [{ ...place, code: 'not-carried', values: { id: question.id, type: question.type.name } }];
		const came = returned.get(question.id);
		const losses = lossesOf(question, about, came ? kindedFrom(came) : null);
		const told = losses.map(({ code, number = 0, name = '' }) => ({
			...place,
			code,
			values: { id: question.id, number, name }
		}));
		return [
			...told,
			...besides(question, wanted.format).map((code) => ({ ...place, code, values: { id: question.id } }))
		];
	});
	return { bytes, count: went.size, remarks };
}

function aboutOf({ id, compiled }: BankQuestion): About {
	const { courseId, purpose, skill, level, lessonId, band } = compiled;
	return {
		id,
		course: courseId,
		purpose,
		skill,
		level,
		...(lessonId !== null && { lesson: lessonId }),
		...(band !== undefined && { grade: band })
	};
}

interface Written {
	readonly bytes: Uint8Array;
	/** The ids of the questions that are in it. */
	readonly went: ReadonlySet<string>;
	/** The questions as they are read from it. */
	readonly back: readonly Incoming[];
}
type Writer = (chosen: readonly Chosen[], wanted: Wanted) => Written | Promise<Written>;

const encoder = new TextEncoder();

const writers: Record<ExchangeFormat, Writer> = {
	gift(chosen, { lang, source }) {
		const blocks: string[] = [];
		const went = new Set<string>();
		let category = '';
		for (const outgoing of outgoingOf(chosen, lang, source)) {
			const block = giftOf(outgoing);
			if (block === null) continue;
			if (giftCategory(outgoing) !== category) blocks.push(`${(category = giftCategory(outgoing))}\n`);
			blocks.push(block);
			went.add(outgoing.id);
		}
		const text = blocks.join('\n');
		return { bytes: encoder.encode(text), went, back: readGift(text, '').questions };
	},
	qti(chosen, { lang, source }) {
		const all = outgoingOf(chosen, lang, source);
		const pictures = new Map(
			all.flatMap((each) => [...each.pictures].map(([path, name]) => [name, mediaAt(source, path, each.path)] as const))
		);
		const bytes = qtiPackage(all, new Map([...pictures].flatMap(([name, media]) => (media ? [[name, media]] : []))));
		return { bytes, went: new Set(all.map(({ id }) => id)), back: readQtiPackage(bytes, '').questions };
	},
	async sheet(chosen, { lang }) {
		const bytes = await writeSheet(chosen, lang);
		const { questions } = await readSheet(bytes, '');
		return { bytes, went: new Set(chosen.map(({ question }) => question.id)), back: questions };
	}
};

function outgoingOf(chosen: readonly Chosen[], lang: Lang, source: ContentSource): (Outgoing & { path: string })[] {
	return chosen.flatMap(({ question: { id, type, written, hash, path }, about }) => {
		const question = type.carriage?.carry(written);
		return question ? [{ id, about, hash, lang, question, path, pictures: picturesIn(question, source, path) }] : [];
	});
}

const picture = /!\[[^\]]*\]\(\s*<?([^\s)>]+)/g;

/** The pictures that Markdown shows, with the names they get in a package. */
function picturesIn(question: Outgoing['question'], source: ContentSource, path: string): Map<string, string> {
	const paths = [...JSON.stringify(question).matchAll(picture)].map(([, written = '']) => written);
	const known = paths.filter((written) => mediaAt(source, written, path) !== undefined);
	return new Map(known.map((written) => [written, (resolvePath(path, written) ?? '').replace(/[^\w./-]+/g, '-')]));
}

const mediaAt = ({ media }: ContentSource, written: string, path: string) =>
	media.get(resolvePath(path, written) ?? '');

/** What reading it again can't find: what leads back into this site, and pictures that stay here. */
function besides({ written }: BankQuestion, format: ExchangeFormat): string[] {
	const texts = [written.stem, ...written.entries.flatMap(({ text, explanation }) => [text, explanation])].join('\n');
	return [
		...(format !== 'sheet' && /\]\((?:bai|tu-dien|khoa-hoc):/.test(texts) ? ['inner-link'] : []),
		...(format !== 'qti' && /!\[[^\]]*\]\(/.test(texts) ? ['picture-stays'] : [])
	];
}
