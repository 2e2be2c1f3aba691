import type { Lang } from '../../platform/messages/index.ts';
import type { ContentIndex } from './content-index.ts';
import type { FaultSheet } from './fault.ts';
import type { MediaFile } from './media-files.ts';
import { resolvePath } from './source-files.ts';

/** Where a document stands: what its links and pictures are resolved against. */
export interface Standing {
	readonly path: string;
	readonly lang: Lang;
	readonly sheet: FaultSheet;
	readonly index: ContentIndex;
	/** The ids of the headings of this very document. */
	readonly anchors: ReadonlySet<string>;
	/** The media this document shows, as they are come upon. */
	readonly used: Map<string, MediaFile>;
}

const plainSchemes = ['tel', 'sms', 'mailto'];
const contentSchemes = ['bai', 'tu-dien', 'khoa-hoc'];

/** An address as the page needs it, and whether it leads away; null (and a fault) when it leads nowhere. */
export function resolveLink(
	written: string,
	line: number,
	standing: Standing
): { href: string; external: boolean } | null {
	const href = written.trim();
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase() ?? '';
	if (scheme === 'http' || scheme === 'https') return webAddress(href, line, standing);
	if (plainSchemes.includes(scheme)) return { href, external: false };
	if (contentSchemes.includes(scheme)) {
		return inside(contentLink(scheme, href.slice(scheme.length + 1), standing), { href, line, standing });
	}
	if (scheme || href.startsWith('//')) {
		standing.sheet.add(line, 'unsafe-link', { href });
		return null;
	}
	return inside(ownAddress(href, standing), { href, line, standing });
}

function webAddress(href: string, line: number, standing: Standing) {
	if (URL.canParse(href)) return { href, external: true };
	standing.sheet.add(line, 'dead-link', { href, hint: 'Chép lại địa chỉ trang cho đúng' });
	return null;
}

/** An address of this site, or the hint that tells how to mend it. */
type Resolved = { to: string } | { hint: string };

function inside(resolved: Resolved, { href, line, standing }: { href: string; line: number; standing: Standing }) {
	if ('hint' in resolved) {
		standing.sheet.add(line, 'dead-link', { href, hint: resolved.hint });
		return null;
	}
	const { to } = resolved;
	const translated = standing.lang === 'en' && to.startsWith('/') && !to.startsWith('/media/');
	return { href: translated ? `/en${to}` : to, external: false };
}

function contentLink(scheme: string, target: string, { index }: Standing): Resolved {
	const [id = '', anchor] = target.split('#');
	if (scheme === 'khoa-hoc') {
		return index.courses.has(id)
			? { to: `/khoa-hoc/${id}` }
			: { hint: `Không có khóa học “${id}”; ghi đúng mục id của khóa` };
	}
	if (scheme === 'tu-dien') {
		return index.terms.has(id)
			? { to: `/tu-dien#${id}` }
			: { hint: `Từ điển chưa có “${id}”; thêm vào content/glossary.md hoặc sửa mã` };
	}
	const lesson = index.lessons.get(id);
	if (!lesson) return { hint: `Không có bài “${id}”; ghi đúng mục id của bài` };
	if (anchor && !lesson.anchors.has(anchor)) return { hint: `Bài “${id}” không có tiêu đề “${anchor}”` };
	return { to: `/khoa-hoc/${lesson.courseId}/${id}${anchor ? `#${anchor}` : ''}` };
}

function ownAddress(href: string, standing: Standing): Resolved {
	if (href.startsWith('#')) {
		const anchor = decoded(href.slice(1));
		return standing.anchors.has(anchor) ? { to: href } : { hint: `Trang này không có tiêu đề “${anchor}”` };
	}
	if (href.startsWith('/')) return { to: href };
	const [written = '', anchor] = href.split('#');
	const path = resolvePath(standing.path, decoded(written)) ?? '';
	const lesson = standing.index.lessonByPath.get(path.replace(/\.en\.md$/, '.md'));
	if (lesson) return contentLink('bai', anchor ? `${lesson}#${anchor}` : lesson, standing);
	const media = standing.index.media.get(path);
	if (!media || media.danger) return { hint: 'Không thấy tệp này; với bài học thì viết bai:mã-bài' };
	standing.used.set(media.path, media);
	return { to: `/media/${media.name}` };
}

/** `%20` and the like as the letters they stand for; as written when they stand for none. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
