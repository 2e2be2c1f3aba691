import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentSource } from '../../src/catalog/source/source-files.ts';

const shared = join(import.meta.dirname, 'content');

export const lessonPath = 'courses/khoa/lessons/01-bai.md';

/** A question block that is whole and right. */
export const aQuestion = (id: string, more = '', name = 'hoi') => `:::${name}{#${id} skill="p4.2" level="easy"${more}}
Nên làm gì?

- [ ] Đọc mã
  Không nên.
- [x] Tắt máy
  Đúng rồi.
:::
`;

/** A lesson with this body; a question is added so that nothing is missing. */
export const aLesson = (body: string, fields = '') => `---
id: bai
title: "Bài"
minutes: 5
skills: ["p4.2"]
summary: "Biết giữ mã."
updated: "2026-11-23"
${fields}---
${body}

${aQuestion('bai-1')}`;

const course = `---
id: khoa
version: 1
title: "Khóa"
summary: "Khóa học."
minutes: 10
groups: [nguoi-dan, hoc-sinh]
skills: ["p4.2"]
outcomes: ["Một.", "Hai.", "Ba."]
quiz: { questions: 1, passPercent: 80 }
updated: "2026-11-23"
---
Mời vào học.
`;

const quiz = `---
course: khoa
purpose: quiz
---
${aQuestion('q-1', ' lesson="bai"')}
${aQuestion('q-2', ' lesson="bai"')}`;

const programme = `---
id: nguoi-dan
group: nguoi-dan
title: "Người dân"
summary: "Cho mọi nhà."
about: "Biết tự giữ mình."
courses: [khoa]
updated: "2026-11-23"
---
Mời vào.
`;

const glossary = `---
updated: "2026-11-23"
---
## Mã OTP {#otp}

Mã dùng một lần.
`;

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="9" height="9"/></svg>';

/** Without the rules of records, which name tests. */
const ofLearning = (rules: string) => rules.slice(0, rules.indexOf('\nrecords:'));

/** A small content folder without faults. */
export const goodFiles = (): Record<string, string> => ({
	'framework.json': readFileSync(join(shared, 'framework.json'), 'utf8'),
	'rules.yaml': ofLearning(readFileSync(join(shared, 'rules.yaml'), 'utf8')).replaceAll('course: thu', 'course: khoa'),
	'glossary.md': glossary,
	'programmes/nguoi-dan.md': programme,
	'courses/khoa/course.md': course,
	[lessonPath]: aLesson('Lời mở đầu.'),
	'courses/khoa/questions/tat-ca.md': quiz,
	'media/loi.md': 'Lời trong phim.\n'
});

const goodMedia = (): Record<string, string> => ({
	'media/tranh.svg': picture,
	'media/phim.mp4': 'film',
	'media/phim.vtt': 'WEBVTT',
	'media/tieng.mp3': 'sound'
});

/** That folder with some files put in, changed, or taken out (null). */
export function aSource(
	changes: Record<string, string | null> = {},
	media: Record<string, string> = {}
): ContentSource {
	const texts = Object.entries({ ...goodFiles(), ...changes }).filter(
		(entry): entry is [string, string] => entry[1] !== null
	);
	const bytes = Object.entries({ ...goodMedia(), ...media }).map(
		([path, text]) => [path, new TextEncoder().encode(text)] as const
	);
	return { texts: new Map(texts), media: new Map(bytes), unreadable: [] };
}
