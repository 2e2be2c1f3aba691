import { it } from 'vitest';
import { writeFileSync, appendFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { withOfficer, anAssignment } from '../support/assigned.ts';
import { accounts, learners } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { duties, memberships } from '../../src/assign/tables.ts';
import { fold, vietnameseSortKey } from '../../src/platform/text.ts';
import { dialect } from '../../src/platform/config.ts';
it('measures', { timeout: 600000 }, async () => {
	const all = await withOfficer();
	const { house } = all.app;
	const [v] = (await house.store.read.select().from(places)).filter((p) => p.id === all.villages[0]);
	const subjects = Array.from({ length: 20 }, (_, i) => `m${i}`);
	const a = await anAssignment({ house, placeId: all.commune, officerId: all.officerId }, { subjects });
	const now = house.clock.now();
	for (let s = 0; s < 5000; s += 50) await house.store.transact(async (tx) => {
		const ids = Array.from({ length: 50 }, (_, i) => s + i);
		await tx.insert(learners).values(ids.map((i) => ({ id: `l${i}`, createdAt: now })));
		await tx.insert(accounts).values(ids.map((i) => { const name = `Nguyễn Văn ${'ABCDEGHIKLMN'[i % 12]}${'aeiou'[i % 5]}`; return { id: `a${i}`, learnerId: `l${i}`, name, nameSort: vietnameseSortKey(name), nameFolded: fold(name), birthYear: 1980, passwordHash: 'x', createdAt: now }; }));
		await tx.insert(memberships).values(ids.map((i) => ({ id: `m${i}`, placeId: v.id, placePath: v.path, learnerId: `l${i}`, joinedAt: now })));
		for (const i of ids) await tx.insert(duties).values(subjects.map((subject, j) => ({ id: `d${i}-${j}`, assignmentId: a, subject, learnerId: `l${i}`, placeId: v.id, placePath: v.path, round: 1, givenAt: now, startsOn: '2026-11-01', dueOn: '2026-11-10', required: true, state: (i + j) % 3 ? 'done' as const : 'open' as const, settledAt: now, percent: 90 })));
	});
	for (const path of ['/duty-board', '/duty-board?state=late', '/duty-board?after=l2500', '/duty-board/totals', '/duty-board/totals?state=late', '/duty-board/file?format=csv']) {
		const times: number[] = [];
		for (let i = 0; i < (path.includes('file') ? 3 : 20); i++) { const t = performance.now(); const r = await all.officer.call('GET', path); times.push(performance.now() - t); if (r.status !== 200) throw new Error(JSON.stringify(r.body)); }
		times.sort((x, y) => x - y);
		appendFileSync('/tmp/measure.txt', `${dialect} ${path} p50 ${times[times.length >> 1]?.toFixed(0)} p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)}\n`);
	}
});
