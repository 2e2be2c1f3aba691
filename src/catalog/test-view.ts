import type { Lang } from '../platform/messages/index.ts';
import type { CompiledTest } from './items.ts';
import { find, idsOf, type Release } from './release.ts';
import type { TestView } from './schemas.ts';

/** Whether a question about `skill` belongs to a share for these skills: `p4.2` also means `nguoi-dan/p4.2`. */
export function coversSkill(skills: readonly string[], skill: string): boolean {
	const code = skill.slice(skill.indexOf('/') + 1);
	return skills.some((each) => each === skill || each === code);
}

/** A test as its taker sees it beforehand; null for an unknown one. */
export function testView(release: Release, id: string, lang: Lang): TestView | null {
	const found = find(release, 'test', { id, lang });
	if (!found) return null;
	const { version, kind, groups, questions, way, minutes, levels, retake, page, feedback } = found.base.compiled;
	const { title, summary, introduction } = found.compiled;
	return {
		...{ id, hash: found.hash, version, kind, groups, title, summary, introduction },
		...{ questions, way, minutes, retake, page, feedback },
		levels: levels.map(({ percent, ...words }) => ({ percent, name: words[lang] })),
		translated: found.translated
	};
}

/** The blueprint itself, for the room that draws. */
export interface Test extends CompiledTest {
	readonly id: string;
	readonly hash: string;
}

export function testIn(release: Release, id: string): Test | null {
	const found = find(release, 'test', { id, lang: 'vi' });
	return found && { ...found.base.compiled, id, hash: found.hash };
}

/** All tests, in the order in which people meet them. */
export function testViews(release: Release, lang: Lang): TestView[] {
	const order = ['placement', 'final', 'follow-up'];
	return idsOf(release, 'test')
		.flatMap((id) => testView(release, id, lang) ?? [])
		.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
