import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { provideQuestionTypes, readFolder } from '../catalog/index.ts';
import { exportQuestions, told, writeSheet, type ExchangeFormat } from '../exchange/index.ts';
import { readConfig } from '../platform/config.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { questionTypes } from '../question-types/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run questions:export -- --format gift|qti|sheet --out FILE: the questions of the content folder for other programs.
 *   -- --course ID            of one course only
 *   -- --purpose quiz,exam    what they are for: check, quiz, exam
 *   -- --lang en              in the words of the translation
 *   -- --template             an empty spreadsheet with its instructions
 * What the format can't hold is told line by line.
 */
async function main(): Promise<void> {
	const given = optionsOf({
		...{ format: 'string', out: 'string', course: 'string' },
		...{ purpose: 'string', lang: 'string', template: 'boolean' }
	});
	provideQuestionTypes(questionTypes);
	const { out, course = null } = given;
	if (!out) throw new Obstacle('Cần --out TỆP / needed: --out FILE');
	const lang = oneOf(given.lang ?? 'vi', ['vi', 'en'], '--lang');
	if (given.template) {
		writeFileSync(out, await writeSheet([], lang));
		return say(`Đã viết mẫu bảng tính / template written: ${out}`);
	}
	const format: ExchangeFormat = oneOf(given.format ?? '', ['gift', 'qti', 'sheet'], '--format');
	const purposes = (given.purpose ?? 'quiz,exam')
		.split(',')
		.map((each) => oneOf(each.trim(), ['check', 'quiz', 'exam'], '--purpose'));
	const { contentDir, examBankDir } = readConfig();
	const source = await readFolder(resolve(contentDir), examBankDir);
	const { bytes, count, remarks } = await exportQuestions({ source, lang, format, course, purposes });
	if (count === 0) throw new Obstacle('Không có câu hỏi nào để xuất / there are no questions to export');
	writeFileSync(out, bytes);
	for (const remark of remarks) say(told(remark, 'vi'));
	say(`${out}: ${count} câu hỏi / questions; không mang theo được / can’t be carried: ${remarks.length}`);
}

function oneOf<const T extends string>(given: string, known: readonly T[], option: string): T {
	const found = known.find((each) => each === given);
	if (found) return found;
	throw new Obstacle(`${option} ${known.join(' | ')}: không có / there is no “${given}”`);
}

await runCommand(main);
