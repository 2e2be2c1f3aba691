/** What the stand-in can do wrong on demand, as its page offers it. */
export const faults = {
	slow: 'trả lời rất chậm',
	down: 'không trả lời (lỗi 503)',
	twice: 'trả lời hai lần',
	lost: 'ghi xong rồi mất câu trả lời',
	refuse: 'từ chối, có lý do',
	garbage: 'trả lời linh tinh',
	stale: 'trả lời theo sổ cũ',
	'someone-else': 'xác nhận nhầm người khác'
} as const;

export type Fault = keyof typeof faults;

export const isFault = (word: unknown): word is Fault => typeof word === 'string' && Object.hasOwn(faults, word);

/** Which faults happen, and how often. */
export interface Trouble {
	faults: readonly Fault[];
	/** Of a hundred requests so many go wrong. */
	percent: number;
}

/** What goes wrong with the next request, if anything does. */
export function drawFault({ faults: among, percent }: Trouble, random = Math.random): Fault | null {
	if (among.length === 0 || random() * 100 >= percent) return null;
	return among[Math.floor(random() * among.length)] ?? null;
}
