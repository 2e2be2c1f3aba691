import type { CarriedBody } from '../../catalog/index.ts';
import type { Remarks } from '../remark.ts';
import type { GiftAnswer, Piece } from './parse-block.ts';

const digits = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?';
const near = new RegExp(`^(${digits})\\s*(?::\\s*(${digits}))?$`);
const range = new RegExp(`^(${digits})\\s*\\.\\.\\s*(${digits})$`);

/** `3`, `3:0.5` or `1..5`: the number and how far off is still right; null where it can't be read. */
function readNumber(text: string): { value: number; tolerance: number } | null {
	const [, from, to] = range.exec(text.trim()) ?? [];
	if (from !== undefined && to !== undefined) {
		const [low, high] = [Number(from), Number(to)];
		return low <= high ? { value: round((low + high) / 2), tolerance: round((high - low) / 2) } : null;
	}
	const [, value, tolerance = '0'] = near.exec(text.trim()) ?? [];
	if (value === undefined || Number(tolerance) < 0) return null;
	return { value: Number(value), tolerance: Number(tolerance) };
}

/** What a binary fraction can't hold is left off. */
const round = (value: number) => Number(value.toPrecision(12));

/** The first answer that is wholly right; further ones and those worth a part are lost. */
export function numberFrom(
	list: readonly GiftAnswer[],
	markdown: (piece: Piece) => string,
	remarks: Remarks
): CarriedBody | null {
	const read = list.map((answer) => ({ answer, number: readNumber(answer.piece.text) }));
	const broken = read.find(({ number, answer }) => number === null && answer.piece.text !== '*');
	if (broken) {
		remarks.fault(broken.answer.line, 'gift-number', { text: broken.answer.piece.text });
		return null;
	}
	const whole = read.filter(({ answer: { right, weight }, number }) => number && right && (weight ?? 100) === 100);
	const [taken] = whole;
	for (const { answer } of read) {
		if (answer === taken?.answer) continue;
		remarks.left(answer.line, 'gift-part', { answer: answer.piece.text, weight: answer.weight ?? 0 });
	}
	if (!taken?.number) {
		if (list[0]) remarks.fault(list[0].line, 'gift-no-answer');
		return null;
	}
	return { shape: 'number', ...taken.number, unit: null, why: taken.answer.why ? markdown(taken.answer.why) : '' };
}
