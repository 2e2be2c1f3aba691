import { calibrateAnswers, type CalibrationReport } from '../assess/index.ts';
import { Obstacle } from '../platform/obstacle.ts';

type Means = Parameters<typeof calibrateAnswers>[0];
type How = Parameters<typeof calibrateAnswers>[1];

/** Calibrates from the answers in the database and says in a short table what came of it; of learners there is nothing in it. */
export async function calibrateDatabase(means: Means, how: How): Promise<string[]> {
	if (means.catalog.releaseId() === null)
		throw new Obstacle(
			'Cơ sở dữ liệu chưa có bài học nào; hãy chạy máy chủ một lần trước. / There are no lessons in the database yet; start the server once first.'
		);
	const report = await calibrateAnswers(means, how);
	const { answers, calibrated, settled } = report;
	if (calibrated === 0)
		throw new Obstacle(
			[
				`Chưa đủ câu trả lời: chưa câu hỏi nào có ${how.atLeast} câu trả lời (cả thảy ${answers}). Mọi câu hỏi giữ nguyên như trước.`,
				`Too few answers: no question has ${how.atLeast} yet (${answers} in all). All questions stay as they were.`
			].join('\n')
		);
	if (!settled)
		throw new Obstacle(
			'Chưa hội tụ, nên không ghi gì. / It has not settled, so nothing was written; more answers or --model rasch may help.'
		);
	return told(report, how);
}

function told({ questions, answers, calibrated, largest }: CalibrationReport, { atLeast }: How): string[] {
	const line = (name: string, value: number) => `  ${name.padEnd(58)} ${String(value).padStart(9)}`;
	return [
		'',
		line('Câu trả lời / answers', answers),
		line('Câu hỏi đã hiệu chỉnh / questions calibrated', calibrated),
		line(`Giữ nguyên, chưa đủ ${atLeast} câu trả lời / kept, fewer answers`, questions - calibrated),
		'',
		'  Đổi nhiều nhất, thang 0–100 / changed most, scale from 0 to 100:',
		...largest.map(
			({ id, before, points, error, answers: count }) =>
				`  ${id.padEnd(34)} ${String(before).padStart(4)} → ${String(points).padStart(3)} ± ${String(error).padEnd(3)} (${count})`
		),
		'',
		'  Máy chủ đang chạy tự dùng trong vòng một phút. / Running servers use it within a minute.',
		''
	];
}
