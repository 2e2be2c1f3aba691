import { dayInVietNam } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { DemoPerson } from './people.ts';
import { province } from './province.ts';
import type { Chance } from './seeded.ts';

const day = 86_400_000;

/** What the made-up province asks of its officials: one thing that is late, one that is still to come. */
export function asked({ madeBy, now, courses }: { madeBy: string; now: number; courses: readonly string[] }) {
	const on = (days: number) => dayInVietNam(new Date(now + days * day));
	const all = [
		{ title: 'Bảo vệ dữ liệu cá nhân trong xử lý hồ sơ', due: -3, required: true },
		{ title: 'An toàn trên mạng cho cán bộ xã', due: 14, required: true }
	];
	return all.map(({ title, due, required }, i) => ({
		subject: courses[(courses.length - 1 - i + courses.length) % courses.length] ?? '',
		row: {
			...{ id: newId(), placeId: province.id, placePath: province.path, title, required, state: 'sent', version: 1 },
			reason: 'Kế hoạch bồi dưỡng của tỉnh mẫu (làm thử).',
			document: `Kế hoạch số ${i + 1}/KH-MẪU (làm thử)`,
			...{ startsOn: on(due - 30), dueOn: on(due), finalOn: on(due + 30), graceDays: 0, testAlone: true },
			...{ madeBy, madeAt: new Date(now - 35 * day), sentBy: madeBy, sentAt: new Date(now - 34 * day) }
		}
	}));
}

export type Asked = ReturnType<typeof asked>[number];

/** One person's share of it; somewhat more than half have done what is late, fewer what is to come. */
export function dutyRow(
	{ row, subject }: Asked,
	{ learnerId, belongs }: DemoPerson,
	{ chance, now }: { chance: Chance; now: number }
) {
	const done = chance.is(row.dueOn < dayInVietNam(new Date(now)) ? 0.7 : 0.35);
	return {
		...{ id: newId(), assignmentId: row.id, subject, learnerId, round: 1, givenAt: row.sentAt },
		...{ placeId: belongs?.place.id, placePath: belongs?.place.path, startsOn: row.startsOn, dueOn: row.dueOn },
		...{ required: row.required, state: done ? 'done' : 'open', percent: done ? 80 + chance.upTo(21) : null },
		settledAt: done ? new Date(now - (4 + chance.upTo(20)) * day) : null
	};
}
