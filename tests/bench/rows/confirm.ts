import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../server.ts';
import { NotThere, type Row } from '../row.ts';

interface Told {
	confirmed: number;
	perSecond: number;
	cpuMs: number;
}

/** Records confirmed at the stand-in register, which runs on the same cores: claimed, signed, sent, checked and kept. */
export const confirmRow: Row = {
	id: 'confirm',
	title: 'records confirmed at the register, sustained',
	figures: [{ name: 'a second', unit: '', better: 'more', digits: 0, limit: { sqlite: 200, postgres: 0 } }],
	times: 1,
	async measure({ database }) {
		if (database !== 'sqlite') throw new NotThere('measured on SQLite only');
		const child = fork(join(root, 'build/bench/confirming.js'));
		const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Told | number];
		if (typeof told !== 'object') throw new Error(`confirming ended with ${told}`);
		return {
			figures: { 'a second': told.perSecond },
			beside: { confirmed: told.confirmed, 'cpu ms each': told.cpuMs }
		};
	}
};
