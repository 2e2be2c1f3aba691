import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { environment, pause, root } from '../server.ts';
import { both, type Bench, type Row } from '../row.ts';

let dataDir = '';

/** From the command to the first page, where nothing has changed since the last start: npm and all. */
export const startRow: Row = {
	id: 'start',
	title: '`npm start` to the first page, second start',
	figures: [{ name: 'time', unit: 's', better: 'less', digits: 2, limit: both(5) }],
	times: 3,
	async prepare(bench) {
		dataDir = mkdtempSync(join(tmpdir(), 'bdhvs-bench-start-'));
		await start(bench);
	},
	measure: async (bench) => ({ figures: { time: (await start(bench)) / 1000 } }),
	async verify() {
		rmSync(dataDir, { recursive: true, force: true });
	}
};

async function start({ contentDir, postgres }: Bench): Promise<number> {
	const port = await freePort();
	const began = performance.now();
	const child = spawn('npm', ['start'], {
		cwd: root,
		env: environment({ contentDir, databaseUrl: postgres?.url ?? null, port, dataDir }),
		stdio: ['ignore', 'ignore', 'inherit'],
		detached: true // a group of its own, so that npm and what it started end together
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const stop = () => {
		if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
	};
	process.once('exit', stop); // where the run breaks off
	try {
		while (!(await answers(port))) {
			if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
			await pause(20);
		}
		return performance.now() - began;
	} finally {
		stop();
		await ended;
		process.off('exit', stop);
	}
}

const answers = (port: number) =>
	fetch(`http://127.0.0.1:${port}/`).then(
		async (answer) => answer.status === 200 && (await answer.text()).includes('</html>'),
		() => false
	);
