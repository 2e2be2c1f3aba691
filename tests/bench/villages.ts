import { Browser } from './browser.ts';
import { inTurn } from './people.ts';
import type { Bench } from './row.ts';
import { pause, startServer, type RunningServer } from './server.ts';

/** A session of a class, with those of its village who may come. */
export interface HeldClass {
	id: string;
	helpedIds: string[];
}

/** A server of its own with villages, and classes held in them by the first administrator. */
export interface Villages {
	readonly server: RunningServer;
	readonly administrator: Browser;
	/** A session that is on now, of the course, in a village with its own thirty people. */
	hold(village: number): Promise<HeldClass>;
	stop(): Promise<void>;
}

const perClass = 30;
export const administrator = { username: 'quan.tri', password: 'con trâu đi trước cái cày' };

export async function openVillages({ postgres, contentDir }: Bench, count: number): Promise<Villages> {
	const databaseUrl = postgres ? await postgres.addDatabase(`villages${count}`) : null;
	const server = await startServer({ contentDir, databaseUrl, heard: true });
	const browser = new Browser(server.origin);
	const token = await firstToken(server);
	await browser.call('/first-administrator', { token, name: 'Trần Quản Trị', birthYear: 1980, ...administrator });
	const villages = Array.from({ length: count }, (_, i) => `Thôn ${i + 1}`).join('\n');
	const commune = { parentId: 'mau', name: 'Xã Đông Người', villages };
	const { children } = await browser.call<{ children: { id: string }[] }>('/places', commune);
	const courseId = await longestCourse(browser);
	const people = new Map<number, string[]>();
	const peopleOf = async (village: number, placeId: string) => {
		const known = people.get(village) ?? (await writeDown(browser, placeId));
		people.set(village, known);
		return known;
	};
	let held = 0;
	return {
		server,
		administrator: browser,
		async hold(village) {
			const placeId = children[village]?.id ?? '';
			const helpedIds = await peopleOf(village, placeId);
			const now = new Date(Date.now() + 7 * 3_600_000).toISOString();
			const when = { day: now.slice(0, 10), time: now.slice(11, 16), rhythm: 'none', topic: `Buổi ${++held}` };
			const { id } = await browser.call<{ id: string }>('/classes', { placeId, courseId, ...when });
			return { id, helpedIds };
		},
		stop: async () => void (await server.stop())
	};
}

/** The course with the most lessons, so that there is enough to mark. */
async function longestCourse(browser: Browser): Promise<string> {
	const { courses } = await browser.call<{ courses: { courseId: string; lessons: number }[] }>('/downloads');
	return courses.sort((a, b) => b.lessons - a.lessons)[0]?.courseId ?? '';
}

async function firstToken(server: RunningServer): Promise<string> {
	for (;;) {
		const token = /dau-tien\?ma=([\w-]+)/.exec(server.said())?.[1];
		if (token) return token;
		await pause(50);
	}
}

/** Thirty people of a village, each under an id that a phone made, so that no card has to be reckoned. */
async function writeDown(browser: Browser, placeId: string): Promise<string[]> {
	const ids = Array.from({ length: perClass }, () => crypto.randomUUID());
	await inTurn(perClass, 4, async (i) => {
		const person = { name: `Người Thứ ${words[i % words.length]}`, birthYear: 1940 + i, placeId, consent: true };
		await browser.call(`/helped-learners/${ids[i]}/carried`, person, 'PUT');
	});
	return ids;
}

const words = ['Nhất', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];
