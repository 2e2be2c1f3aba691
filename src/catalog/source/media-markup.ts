import type { Tokens } from 'marked';
import { say } from '../../platform/messages/index.ts';
import type { RawDirective } from './directives.ts';
import { decoded, type Standing } from './links.ts';
import { lineOf } from './markdown.ts';
import type { MediaFile } from './media-files.ts';
import { escapeHtml } from './sanitise.ts';
import { resolvePath } from './source-files.ts';

/** A picture with its text alternative and its size; alone in a paragraph it is a figure, its title the caption. */
export function pictureOf(token: Tokens.Image, standing: Standing, { figure }: { figure: boolean }): string {
	const line = lineOf(token);
	const alt = (token.text || '').trim();
	if (!alt) standing.sheet.add(line, 'no-alt');
	const file = mediaAt(token.href, { line, kind: 'image', hint: 'tranh ảnh svg, webp, png hoặc jpg' }, standing);
	if (!file) return '';
	const size = file.size ? ` width="${file.size.width}" height="${file.size.height}"` : '';
	const image = `<img src="/media/${file.name}" alt="${escapeHtml(alt)}"${size} loading="lazy" decoding="async">`;
	if (!figure) return image;
	const caption = token.title ? `<figcaption>${escapeHtml(token.title)}</figcaption>` : '';
	return `<figure class="picture">${image}${caption}</figure>\n`;
}

const wants: Record<string, Want> = {
	video: {
		needed: ['src', 'title', 'captions', 'transcript'],
		hint: 'src="….mp4" title="…" captions="….vtt" transcript="….md"'
	},
	audio: { needed: ['src', 'title', 'transcript'], hint: 'src="….mp3" title="…" transcript="….md"' }
};

/** A recording with its transcript, and captions where there is something to see. */
export function recordingOf(
	directive: RawDirective,
	standing: Standing,
	renderTranscript: (text: string) => string
): string {
	const { name, attributes, line } = directive;
	const want = wants[name];
	if (!want) return ''; // an unknown directive is a fault already
	checkAttributes(directive, want, standing);
	const { src, title = '', captions, transcript } = attributes;
	const file = src ? mediaAt(src, { line, kind: name, hint: want.hint }, standing) : null;
	const track = name === 'video' && captions ? trackOf(captions, line, standing) : '';
	const text = transcript ? transcriptAt(transcript, line, standing) : null;
	if (!file) return '';
	const label = escapeHtml(title);
	const source = `<source src="/media/${file.name}" type="${file.type}">`;
	const player = `<${name} controls preload="none" aria-label="${label}">${source}${track}</${name}>`;
	const summary = escapeHtml(say(standing.lang, `catalog.transcript-${name}`));
	const words =
		text === null ? '' : `<details class="transcript"><summary>${summary}</summary>${renderTranscript(text)}</details>`;
	return `<figure class="${name}">${player}<figcaption>${label}</figcaption>${words}</figure>\n`;
}

type Want = { needed: string[]; hint: string };

function checkAttributes({ name, attributes, line }: RawDirective, { needed, hint }: Want, { sheet }: Standing): void {
	for (const attribute of needed.filter((each) => !attributes[each])) {
		sheet.add(line, 'attribute-missing', { name, attribute, hint });
	}
	for (const attribute of Object.keys(attributes).filter((each) => !needed.includes(each))) {
		sheet.add(line, 'attribute-unknown', { name, attribute, known: needed.join(', ') });
	}
}

function trackOf(captions: string, line: number, standing: Standing): string {
	const file = mediaAt(captions, { line, kind: 'text', hint: 'phụ đề ở dạng .vtt' }, standing);
	if (!file) return '';
	const label = standing.lang === 'vi' ? 'Tiếng Việt' : 'English';
	return `<track kind="captions" srclang="${standing.lang}" label="${label}" src="/media/${file.name}">`;
}

function transcriptAt(written: string, line: number, standing: Standing): string | null {
	const path = resolvePath(standing.path, written);
	const text = path === null ? undefined : standing.index.transcripts.get(path);
	if (text === undefined) standing.sheet.add(line, 'missing-media', { path: written });
	return text ?? null;
}

interface Wanted {
	line: number;
	kind: string;
	hint: string;
}

function mediaAt(written: string, { line, kind, hint }: Wanted, standing: Standing): MediaFile | null {
	const path = resolvePath(standing.path, decoded(written));
	const file = path === null ? undefined : standing.index.media.get(path);
	if (!file) standing.sheet.add(line, 'missing-media', { path: written });
	else if (!file.type.startsWith(`${kind}/`)) standing.sheet.add(line, 'media-kind', { path: written, hint });
	else if (file.danger) standing.sheet.add(line, 'unsafe-svg', { path: written, what: file.danger });
	else {
		standing.used.set(file.path, file);
		return file;
	}
	return null;
}
