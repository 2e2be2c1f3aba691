import { drawTest, type TestCandidate } from '../../../src/assess/tests/draw-test.ts';
import { both, type Row } from '../row.ts';

const levels = ['easy', 'medium', 'hard'] as const;
const shares = 5;
const times = 40;

const bank: TestCandidate[] = Array.from({ length: 10_000 }, (_, i) => ({
	id: `q-${String(i).padStart(5, '0')}`,
	lessonId: `bai-${i % 700}`,
	level: levels[i % 3] ?? 'easy',
	share: i % shares
}));
const counts = new Map(Array.from({ length: shares }, (_, share) => [share, 6] as const));
/** Of somebody who took it three times before. */
const lastSeen = new Map(bank.filter((_, i) => i % 111 === 0).map(({ id }, i) => [id, 1 + (i % 3)] as const));

/** A test of thirty questions drawn from ten thousand under its blueprint. */
export const drawingRow: Row = {
	id: 'drawing',
	title: 'drawing 30 of 10,000 questions',
	figures: [{ name: 'cpu', unit: 'ms', better: 'less', digits: 2, limit: both(5) }],
	times: 3,
	prepare: async () => void measure(),
	measure: async () => ({ figures: { cpu: measure() } })
};

function measure(): number {
	const began = process.cpuUsage();
	for (let time = 0; time < times; time++) drawTest({ bank, counts, lastSeen, seed: `bench ${time}` });
	const { user, system } = process.cpuUsage(began);
	return (user + system) / 1000 / times;
}
