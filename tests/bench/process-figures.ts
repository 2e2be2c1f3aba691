import { readFileSync } from 'node:fs';

const msPerTick = 10; // Linux counts processor time in hundredths of a second

/** Processor time of a process with all its threads, user and system, in ms. */
export function cpuMs(pid: number): number {
	const [user = 0, system = 0] = ticks(pid);
	return (user + system) * msPerTick;
}

/** Processor time of a process, its children and those of them that have ended, in ms. */
export function familyCpuMs(pid: number): number {
	const own = ticks(pid).reduce((sum, each) => sum + each, 0) * msPerTick;
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
	return children.reduce((sum, child) => sum + cpuMs(Number(child)), own);
}

/** Resident memory of a process in MB (2²⁰ bytes). */
export function rssMb(pid: number): number {
	const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kb) / 1024;
}

/** User and system time, and those of children that have ended. */
function ticks(pid: number): number[] {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// After the name, which may hold blanks, comes the third field; the times are the 14th to 17th.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields.slice(11, 15).map(Number);
}
