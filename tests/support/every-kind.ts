import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TestApp } from './an-app.ts';
import { examples } from './kinds.ts';

/** Stands in every explanation, and nowhere else. */
export const canary = 'vìsaohoàngyến';

/** Settings of a server whose one bank holds the handbook’s example of every kind, each explanation with the canary in it. */
export function everyKind(): { CONTENT_DIR: string } {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-kinds-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	cpSync(join(import.meta.dirname, 'content'), folder, { recursive: true });
	const bank = [...examples().values()]
		.map((block) => block.replace(/lesson="[^"]*"/, 'lesson="giu-ma"').replace(/^ {2,}(\S.*)$/gm, `  $1 ${canary}`))
		// What is said in a story’s step is no explanation, and why a claim is true or false stands in its line.
		.map((block) => block.replace(/^(== .*\n {2}.*) \S+$/gm, '$1').replace(/^(- \[sai\] .*)$/gm, `$1 ${canary}`));
	const head = '---\ncourse: thu\npurpose: quiz\n---\n';
	writeFileSync(join(folder, 'courses/thu/questions/tat-ca.md'), head + bank.join('\n'));
	return { CONTENT_DIR: folder };
}

/** Every address that the description of the API names for reading, filled in with what there is. */
export function everyPath({ app }: Pick<TestApp, 'app'>, id = 'thu'): string[] {
	const { paths = {} } = app.swagger() as { paths?: Record<string, object> };
	return Object.entries(paths).flatMap(([path, methods]) =>
		'get' in methods
			? path
					.replace('/api', '')
					.replaceAll('{courseId}', 'thu')
					.replaceAll('{lessonId}', 'giu-ma')
					.replace(/\{\w+\}/g, id)
			: []
	);
}
