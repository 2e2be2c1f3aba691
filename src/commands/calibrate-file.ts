import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import {
	AnswerList,
	calibrateInThread,
	guessedQuestion,
	parametersFrom,
	planFor,
	type Answers,
	type ItemParameters
} from '../assess/index.ts';
import { listQuestionsIn } from '../catalog/index.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { say } from './command.ts';

interface Files {
	readonly answers: string;
	readonly to: string;
	readonly earlier: string | undefined;
}

interface How {
	readonly model: 'rasch' | '2pl';
	readonly atLeast: number;
}

/** Calibrates the questions of the content folder from a file of answers into a file of parameters. */
export async function calibrateFile({ answers: from, to, earlier: before }: Files, how: How): Promise<void> {
	const listed = await listQuestionsIn(process.env.CONTENT_DIR ?? 'content');
	const questions = listed.filter(({ purpose }) => purpose !== 'check').map(guessedQuestion);
	const { answers, unknown } = await readAnswers(
		from,
		questions.map(({ id }) => id)
	);
	const earlier = new Map((before ? readParameters(before) : []).map((each) => [each.id, each]));
	const count = answers.right.length;
	const plan = planFor({ questions, earlier, answers, group: { mean: 0, sd: 1 }, ...how });
	const calibration = await calibrateInThread(plan);
	const parameters = parametersFrom(questions, calibration);
	writeParameters(to, parameters);
	const { link, rounds, settled } = calibration;
	const found = parameters.filter(({ calibrated }) => calibrated).length;
	say(`${count} câu trả lời / answers; ${unknown} của câu hỏi không có ở đây / of questions not here`);
	say(`${found}/${questions.length} câu hỏi đã hiệu chỉnh / questions calibrated, ${rounds} rounds`);
	say(
		`link: ${link.anchors.length} anchors, ${link.drifted.map((i) => questions[i]?.id).join(', ') || 'none'} drifted`
	);
	if (!settled && found > 0)
		throw new Obstacle('Chưa hội tụ, đừng dùng / it has not settled, do not use these figures');
}

/** Answers as they lie in a file: any learner, any order. Answers to questions that are not in the bank are counted. */
async function readAnswers(file: string, questions: readonly string[]): Promise<{ answers: Answers; unknown: number }> {
	const places = new Map(questions.map((id, place) => [id, place]));
	const learners = new Map<string, number>();
	const list = new AnswerList();
	let [line, unknown] = [0, 0];
	for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
		line++;
		if (text === '' || (line === 1 && text.startsWith('learner,'))) continue;
		const [, learner, question, right] = /^([^,]+),([^,]+),([01])$/.exec(text) ?? [];
		if (learner === undefined || question === undefined)
			throw new Obstacle(`${file}:${line}: cần / expected learner,question,1 (0)`);
		const place = places.get(question);
		if (place === undefined) unknown++;
		else list.add(placeOf(learners, learner), place, right === '1');
	}
	return { answers: list.done(), unknown };
}

function placeOf(known: Map<string, number>, name: string): number {
	const place = known.get(name) ?? known.size;
	known.set(name, place);
	return place;
}

function readParameters(file: string): ItemParameters[] {
	return JSON.parse(readFileSync(file, 'utf8')) as ItemParameters[];
}

function writeParameters(file: string, parameters: readonly ItemParameters[]): void {
	writeFileSync(file, `${JSON.stringify(parameters, null, '\t')}\n`);
}
