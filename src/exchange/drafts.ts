import { canonical, findQuestionType, questionTypeNames, sha256, type WrittenLines } from '../catalog/index.ts';
import { fold } from '../platform/text.ts';
import type { Incoming } from './incoming.ts';
import type { Remark } from './remark.ts';

/** A question that came, in the lines of one of our kinds and with an id. */
export interface Draft {
	readonly incoming: Incoming;
	readonly type: string;
	readonly written: WrittenLines;
	readonly id: string;
}

type Kinded = Omit<Draft, 'id'>;

/** The kind that takes what came, and how it writes it; null where none does. */
export function kindedFrom(incoming: Incoming): Kinded | null {
	const { body } = incoming;
	if ('type' in body) return findQuestionType(body.type) ? { incoming, ...body } : null;
	for (const type of questionTypeNames()) {
		const written = findQuestionType(type)?.carriage?.write(body);
		if (written) return { incoming, type, written };
	}
	return null;
}

/** What is found out while ids are given. */
interface Given {
	readonly drafts: readonly Draft[];
	readonly remarks: readonly Remark[];
}

/**
 * Gives every question its id: the one it came with as far as it can be one of ours, else one made of what it says, so that
 * the same file always gives the same ids.
 */
export function withIds(kinded: readonly Kinded[], course: string): Given {
	const drafts = new Map<string, Draft>();
	const remarks: Remark[] = [];
	for (const each of kinded) {
		const { file, line, about } = each.incoming;
		const tell = (kind: Remark['kind'], code: string, values: Record<string, string | number>) =>
			remarks.push({ file, line, kind, code, values });
		const slug = slugOf(about.id ?? '');
		const id = slug || idFrom(each, course, (made) => differs(drafts.get(made), each));
		if (slug && slug !== about.id) tell('note', 'id-changed', { from: about.id ?? '', to: slug });
		const twin = drafts.get(id);
		if (!twin) drafts.set(id, { ...each, id });
		else if (differs(twin, each)) tell('conflict', 'id-twice', { id, other: twin.incoming.line });
		else tell('same', 'same-here', { id, other: twin.incoming.line });
	}
	return { drafts: [...drafts.values()], remarks };
}

/** What an id may look like, as near as can be. */
export const slugOf = (text: string) =>
	fold(text)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');

const differs = (one: Kinded | undefined, other: Kinded) => one !== undefined && sayingOf(one) !== sayingOf(other);
const sayingOf = ({ type, written }: Kinded) => canonical({ type, written });

function idFrom(each: Kinded, course: string, isTaken: (id: string) => boolean): string {
	const hash = Buffer.from(sha256(sayingOf(each)), 'base64url').toString('hex');
	const lengths = Array.from({ length: 20 }, (_, i) => i + 12);
	const ids = lengths.map((length) => `q-${course.slice(0, 24)}-${hash.slice(0, length)}`);
	return ids.find((id) => !isTaken(id)) ?? `q-${hash.slice(0, 56)}`;
}
