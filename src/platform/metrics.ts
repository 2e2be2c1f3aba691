import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process counts about itself, for Prometheus. Labels are bounded sets; nothing in them is about a person. */
export const registry = new Registry();

const registers = [registry];

/** Process figures (CPU, memory, event loop) are collected from here on; only a process that shows them pays for them. */
export function watchProcess(): void {
	collectDefaultMetrics({ register: registry });
}

export const answers = new Counter({
	name: 'bdhvs_http_requests_total',
	help: 'Requests answered, by route pattern, method and class of status',
	labelNames: ['route', 'method', 'status'] as const,
	registers
});

export const answerSeconds = new Histogram({
	name: 'bdhvs_http_request_seconds',
	help: 'How long answering took, by route pattern and method',
	labelNames: ['route', 'method'] as const,
	buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
	registers
});

export const pagesFromMemory = new Counter({
	name: 'bdhvs_pages_from_memory_total',
	help: 'Pages answered from memory, without rendering',
	registers
});

export const transactions = new Counter({
	name: 'bdhvs_database_transactions_total',
	help: 'Database transactions by how they ended: committed, refused (an expected no) or failed',
	labelNames: ['outcome'] as const,
	registers
});

export const transactionSeconds = new Histogram({
	name: 'bdhvs_database_transaction_seconds',
	help: 'How long a transaction took, with waiting for its turn and repeating',
	buckets: [0.0005, 0.002, 0.005, 0.02, 0.1, 0.5, 2, 10],
	registers
});

export const transactionRetries = new Counter({
	name: 'bdhvs_database_transaction_retries_total',
	help: 'How often a transaction ran again after a conflict or a lost connection',
	registers
});

export const databaseTroubles = new Counter({
	name: 'bdhvs_database_troubles_total',
	help: 'Requests turned away because the database was busy or could not be reached',
	labelNames: ['kind'] as const,
	registers
});

export const reminderMails = new Counter({
	name: 'bdhvs_reminder_mails_total',
	help: 'Reminders by mail by what became of a try: sent, put off to be tried again, or given up',
	labelNames: ['outcome'] as const,
	registers
});
for (const outcome of ['sent', 'put-off', 'given-up'] as const) reminderMails.inc({ outcome }, 0);

type Figures = Record<string, number>;

interface Shown {
	name: string;
	help: string;
	/** What the figures are told apart by; without it there is one figure, under the empty name. */
	label?: string;
	read(): Figures | Promise<Figures>;
}

/** Figures that are looked up when they are asked for; what can't be looked up within a second is left out. */
export function show({ name, help, label, read }: Shown): void {
	registry.removeSingleMetric(name);
	new Gauge({
		name,
		help,
		labelNames: label ? [label] : [],
		registers,
		async collect() {
			this.reset();
			const figures = await within(1_000, read);
			if (!figures) return this.remove();
			for (const [key, value] of Object.entries(figures)) this.set(label ? { [label]: key } : {}, value);
		}
	});
}

async function within<T>(ms: number, read: () => T | Promise<T>): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
	try {
		return await Promise.race([Promise.resolve().then(read), late]);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
