import type { SkillMark, Way } from '../tables.ts';

/** What one helper says of somebody in a session's list: that she came or, where `asked`, how she managed a question. */
export interface Word {
	taker: string;
	asked: { courseId: string; lessonId: string; questionId: string } | null;
	way: Way | null;
	mark: SkillMark | null;
	/** Milliseconds, as a column of JSON keeps them. */
	at: number;
}

/** What it takes to tell two lines apart again that became one. */
export interface Recall {
	/** Those who spoke of the written name only: all that they say goes back with it. */
	only: string[];
	/** What the others said of the name, and of her before. */
	both: { written: Word; hers: Word | null }[];
}

/** Makes the words of two lines those of one; where a helper said something of both, the latest stays. */
export function unite(written: Word[], hers: Word[]): { united: Word[]; recall: Recall } {
	const before = byKey(hers);
	const spoke = new Set(hers.map(({ taker }) => taker));
	const united = new Map(before);
	for (const word of written) united.set(keyOf(word), latest(word, before.get(keyOf(word))));
	return {
		united: [...united.values()],
		recall: {
			only: [...new Set(written.map(({ taker }) => taker))].filter((taker) => !spoke.has(taker)),
			both: written
				.filter(({ taker }) => spoke.has(taker))
				.map((word) => ({ written: word, hers: before.get(keyOf(word)) ?? null }))
		}
	};
}

/** Takes apart what was united. What a helper took back meanwhile stays so, and what she changed stays with her whose line it is. */
export function separate(now: Word[], { only, both }: Recall): { written: Word[]; hers: Word[] } {
	const hers = byKey(now.filter(({ taker }) => !only.includes(taker)));
	const written = now.filter(({ taker }) => only.includes(taker));
	for (const then of both) {
		const key = keyOf(then.written);
		const word = hers.get(key);
		if (!word) continue;
		written.push(then.hers ? then.written : word);
		if (!then.hers) hers.delete(key);
		else if (isSame(word, latest(then.written, then.hers))) hers.set(key, then.hers);
	}
	return { written, hers: [...hers.values()] };
}

/** The later of two words; one that says nothing of her skill leaves standing what was seen before. */
function latest(written: Word, hers: Word | undefined): Word {
	if (!hers) return written;
	const [earlier, later] = written.at > hers.at ? [hers, written] : [written, hers];
	return { ...later, mark: later.mark ?? earlier.mark };
}

const isSame = (a: Word, b: Word) => a.mark === b.mark && a.way === b.way && a.at === b.at;

const keyOf = ({ taker, asked }: Word) => JSON.stringify([taker, asked?.lessonId, asked?.questionId]);

const byKey = (words: Word[]) => new Map(words.map((word) => [keyOf(word), word]));
