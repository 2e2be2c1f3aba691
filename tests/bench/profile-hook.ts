import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/* Loaded before the server where a row is profiled: SIGUSR2 begins a processor profile, the next one writes it. */
const session = new Session();
let running = false;

process.on('SIGUSR2', () => void toggle());

async function toggle(): Promise<void> {
	if (!running) {
		running = true;
		session.connect();
		await session.post('Profiler.enable');
		await session.post('Profiler.setSamplingInterval', { interval: 200 });
		await session.post('Profiler.start');
		return;
	}
	const { profile } = await session.post('Profiler.stop');
	const file = join(process.env.PROFILE_FOLDER ?? '.', 'row.cpuprofile');
	writeFileSync(`${file}.part`, JSON.stringify(profile));
	renameSync(`${file}.part`, file);
}
