import { both, type Row } from '../row.ts';

/** Resident memory of the server process: three seconds after its start, and the most it had under all the rows before. */
export const memoryRow: Row = {
	id: 'memory',
	title: 'memory of the server process',
	figures: [
		{ name: 'idle', unit: 'MB', better: 'less', digits: 0, limit: both(160) },
		{ name: 'under load', unit: 'MB', better: 'less', digits: 0, limit: both(300) }
	],
	times: 1,
	measure: async ({ memory }) => ({ figures: { idle: memory.idle, 'under load': memory.most() } })
};
