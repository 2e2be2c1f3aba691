import { describe, expect, it } from 'vitest';
import { likelyTwice } from './likely-twice.ts';

const ticked = (name: string, birthYear: number | null = null) => ({ kind: 'helped' as const, name, birthYear });
const written = (name: string, birthYear: number | null = null) => ({ kind: 'written' as const, name, birthYear });

describe('somebody who may stand in a list twice', () => {
	it('was ticked and typed in under one name, however the marks were typed', () => {
		expect(likelyTwice([ticked('Bùi Thị Tư', 1950), written('bui thi tu')])).toBe(1);
		expect(likelyTwice([ticked('Bùi Thị Tư'), written('Bùi Thị Tư'), written('Bùi Thị Tư', 1950)])).toBe(1);
	});

	it('is not one of another name or year, and two typed in are told apart by whoever typed them', () => {
		expect(likelyTwice([ticked('Bùi Thị Tư', 1950), written('Bùi Thị Tư', 1961)])).toBe(0);
		expect(likelyTwice([written('Bùi Thị Tư'), written('Bùi Thị Tư (xóm trên)'), ticked('Lò Văn Sáu')])).toBe(0);
	});
});
