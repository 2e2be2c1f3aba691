import { describe, expect, it } from 'vitest';
import { emptyDraft, toSend, type ClassDraft } from './class-work.ts';

const hoa = { key: 'a', name: 'Lê Thị Hoa', bareName: 'Lê Thị Hoa', accountId: 'a' };
const tu = { key: 'h', name: 'Bùi Thị Tư (xóm trên)', bareName: 'Bùi Thị Tư', helpedId: 'h', birthYear: 1950 };
const ba = { key: 'Bà Ba', name: 'Bà Ba', bareName: 'Bà Ba' };

describe('what is sent of a session', () => {
	it('names each who came as she is known, and by her name for where she is known no more', () => {
		const { call, body } = toSend({ ...emptyDraft('1/2'), present: [hoa, tu, ba] });
		expect(call).toBe('PUT /classes/1%2F2/carried');
		expect(body).toEqual({
			people: [
				{ accountId: 'a', name: 'Lê Thị Hoa' },
				{ helpedId: 'h', name: 'Bùi Thị Tư', birthYear: 1950 },
				{ name: 'Bà Ba' }
			],
			questions: []
		});
	});

	it('gives of each question a mark or none for each who came, and leaves out questions without any', () => {
		const draft: ClassDraft = {
			classId: '1',
			present: [hoa, ba],
			marks: { 'thu/bai/cau-1': { 'Bà Ba': 'reminded', gone: 'alone' }, 'thu/bai/cau-2': { gone: 'alone' } }
		};
		expect(toSend(draft).body).toMatchObject({
			questions: [{ courseId: 'thu', lessonId: 'bai', questionId: 'cau-1', marks: [null, 'reminded'] }]
		});
	});
});
