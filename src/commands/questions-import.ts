import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { courseAt, placeOf, provideQuestionTypes, readFolder, type ContentSource } from '../catalog/index.ts';
import { importQuestions, readAny, told, type Destination, type Imported } from '../exchange/index.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { questionTypes } from '../question-types/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run questions:import -- FILE --into DIR: questions of a GIFT file, a QTI 3.0 package, a spreadsheet (XLSX, CSV) as a
 * Markdown file in DIR (content/courses/…/questions, …/exam, or the exam bank outside the repository).
 *   -- --dry-run              only tell what would come
 *   -- --partial              take what is sound although something else is not
 *   -- --skill p4.2 --level medium --lesson ID --grade 6-9    for questions that don't say
 *   -- --explanation "…"      for answers that explain nothing
 *   -- --course ID            where DIR does not say it: in the exam bank
 */
async function main(): Promise<void> {
	const { words, ...given } = optionsOf(
		{
			...{ into: 'string', course: 'string', partial: 'boolean', 'dry-run': 'boolean' },
			...{ skill: 'string', level: 'string', lesson: 'string', grade: 'string', explanation: 'string' }
		},
		1
	);
	const [file = ''] = words;
	if (!given.into)
		throw new Obstacle('Cần --into THƯ-MỤC, ví dụ / needed, for instance: --into content/courses/an-toan-so/questions');
	provideQuestionTypes(questionTypes);
	const config = readConfig();
	const source = await readFolder(resolve(config.contentDir), config.examBankDir);
	const place = placeFor(resolve(given.into), config);
	const read = await readAny(readFileSync(file), basename(file));
	const imported = importQuestions(read, {
		...headingOf(place.folder, { source, course: given.course }),
		...{ source, folder: place.folder, name: basename(file, extname(file)), partial: given.partial ?? false },
		defaults: definedOf({
			skill: given.skill,
			level: given.level,
			lesson: given.lesson,
			grade: given.grade,
			explanation: given.explanation
		})
	});
	report(imported);
	if (given['dry-run']) return say('Chỉ xem trước, chưa ghi gì / only looked at, nothing written');
	write(imported, place.root, config);
}

const definedOf = (defaults: Record<string, string | undefined>): Destination['defaults'] =>
	Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined));

/** The folder as the content calls it, and where what is called so lies. */
function placeFor(
	into: string,
	{ contentDir, examBankDir }: Config
): { folder: string; root: (path: string) => string } {
	const inside = (folder: string) => relative(folder, into).split(sep).join('/');
	const isInside = (folder: string) => !inside(folder).startsWith('..');
	if (examBankDir && isInside(resolve(examBankDir))) {
		const folder = ['exam-bank', inside(resolve(examBankDir))].filter(Boolean).join('/');
		return { folder, root: (path) => join(resolve(examBankDir), path.replace(/^exam-bank\//, '')) };
	}
	return { folder: inside(resolve(contentDir)), root: (path) => join(resolve(contentDir), path) };
}

function headingOf(folder: string, { source, course }: { source: ContentSource; course: string | undefined }) {
	const at = placeOf(`${folder}/x.md`);
	const kind = at?.kind;
	if (kind !== 'quiz' && kind !== 'exam')
		throw new Obstacle(
			`Không phải thư mục câu hỏi / no folder of questions: ${folder}. Ví dụ / for instance: content/courses/an-toan-so/questions`
		);
	const id = course ?? courseAt(source, `${folder}/x.md`);
	if (!id) throw new Obstacle('Cần --course MÃ-KHÓA / needed: --course ID');
	return { course: id, purpose: kind, isPublic: kind === 'exam' && at?.courseFolder !== null };
}

function report({ remarks, questions, made }: Imported): void {
	for (const remark of remarks) say(told(remark, 'vi'));
	for (const { file, line, id, type } of questions) say(`${file}:${line}: → ${id} (${type})`);
	const blocked = remarks.some(({ kind }) => kind === 'fault' || kind === 'conflict');
	if (made) say(`${questions.length} câu hỏi / questions → ${made.path}`);
	else if (blocked)
		say(
			'Chưa nhập câu nào vì còn lỗi; thêm --partial để lấy những câu không lỗi / nothing imported because of faults; --partial takes what is sound'
		);
	else say('Không có câu nào mới / nothing new');
	if (blocked) process.exitCode = 1;
}

function write({ made, media }: Imported, root: (path: string) => string, { contentDir }: Config): void {
	if (!made) return;
	const put = (path: string, content: string | Uint8Array) => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content, { flag: 'wx' });
	};
	for (const { path, bytes } of media) put(join(resolve(contentDir), path), bytes);
	put(root(made.path), made.text);
}

await runCommand(main);
