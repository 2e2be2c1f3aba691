import type { BrowserContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { count, noCounters, type Counters } from '../../../src/assess/items/counters.ts';
import { figuresOf } from '../../../src/assess/items/figures.ts';
import { flagsOf, worstOf } from '../../../src/assess/items/judge.ts';
import { sixtySheets } from '../../support/sixty-sheets.ts';
import { asAdministrator, courseId } from './people.ts';

interface Kept {
	id: string;
	hash: string;
	options: { id: string; correct: boolean }[];
}

interface Compiled {
	purpose: string;
	courseId: string;
	type?: string;
	options: Kept['options'];
}

const day = '2026-11-23';

/**
 * Questions of the shipped course that sixty people have answered, as the server's own work would have counted them:
 * that comes round every five minutes, which no test waits for. The administrator of the country looks at them.
 */
export async function answeredQuestions(context: BrowserContext): Promise<{ id: string; unmet: string }> {
	await asAdministrator(context);
	const database = new Database(join(process.env.SITE_DATA ?? '', 'hoc.sqlite'), { timeout: 20_000 });
	try {
		const [release] = database.prepare('select id from releases order by created_at desc, id desc').all() as {
			id: string;
		}[];
		const [one, two, old, unmet, ...others] = questionsOf(database);
		if (!release || !one || !two || !old || !unmet) throw new Error('the shipped course has a quiz');
		// The older version of the first question is, for the eye, another question.
		for (const [place, { kept, current }] of [
			{ kept: one, current: true },
			{ kept: two, current: true },
			{ kept: { ...old, id: one.id }, current: false },
			...others.slice(0, 55).map((kept) => ({ kept, current: true })) // more than stand on one page
		].entries())
			keep(database, { kept, current, releaseId: release.id, place: 1 + (place % 4) });
		return { id: one.id, unmet: unmet.id };
	} finally {
		database.close();
	}
}

function questionsOf(database: Database.Database): Kept[] {
	const rows = database
		.prepare("select id, hash, compiled from content_items where kind = 'question' and lang = 'vi' order by id")
		.all() as { id: string; hash: string; compiled: string }[];
	return rows
		.map(({ compiled, ...row }) => ({ ...row, ...(JSON.parse(compiled) as Compiled) }))
		.filter((each) => each.purpose === 'quiz' && each.courseId === courseId && each.type === undefined);
}

interface Keeping {
	kept: Kept;
	current: boolean;
	releaseId: string;
	/** Whose answers it gets: those of the question that stands there on the sheets. */
	place: number;
}

function keep(database: Database.Database, { kept, current, releaseId, place }: Keeping): void {
	const field = { name: 'option', lures: true, options: kept.options };
	const figures = figuresOf(
		countersOf(kept, place),
		{ fields: [field], leastSeconds: 6 },
		{ since: day, alikePairs: 0 }
	);
	const now = Date.now();
	database
		.prepare(
			`insert or replace into item_figures (hash, question_id, course_id, current, worst, flags, first_at, computed_at,
			release_id, figures, counters) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
		)
		.run(
			...[kept.hash, kept.id, courseId, Number(current), worstOf(figures)],
			...[
				flagsOf(figures)
					.map((flag) => ` ${flag} `)
					.join(''),
				now - 1_000_000,
				now,
				releaseId
			],
			...[JSON.stringify(figures), JSON.stringify(countersOf(kept, place))]
		);
}

function countersOf({ options }: Kept, place: number): Counters {
	const counters = noCounters();
	for (const [i, sheet] of sixtySheets.entries()) {
		const chosen = sheet[place] ?? '-';
		const points = options.some(({ id, correct }) => correct && id === chosen) ? 1_000 : 0;
		const rest = sheet.filter((each, at) => at !== place && each === ['a', 'b', 'c', 'a', 'ab'][at]).length * 25;
		const answer = { points, rest, seconds: 5 + ((i * 7) % 40), chosen: [`option:${chosen}`] };
		count(counters, { day, answer: chosen === '-' ? null : answer }, { sign: 1, since: day });
	}
	return counters;
}
