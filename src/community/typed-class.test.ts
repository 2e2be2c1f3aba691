import { describe, expect, it } from 'vitest';
import { readClass } from './typed-class.ts';
import type { TypedClass } from './schemas.ts';

const now = new Date('2026-11-23T02:00:00Z');
/** Teaches one course of one lesson. */
const catalog = {
	course: (id: string) => (id === 'thu' ? ({ id } as never) : null),
	lesson: (courseId: string, id: string) => (courseId === 'thu' && id === 'giu-ma' ? ({ id } as never) : null)
};
const typed: TypedClass = { placeId: 'p', day: '2026-11-25', time: '19:30', topic: 'Gọi video', rhythm: 'weekly' };
const read = (part: Partial<TypedClass>) => readClass({ ...typed, ...part }, { now, catalog });
const without = ({ topic: _, ...rest }: TypedClass) => rest;

describe('a session as it is typed', () => {
	it('begins at that time in Viet Nam', () => {
		const { parts, faults } = read({ audience: '  Bà con   lớn tuổi ' });
		expect(faults).toEqual([]);
		expect(parts).toEqual({
			startsAt: new Date('2026-11-25T12:30:00Z'),
			courseId: null,
			lessonId: null,
			topic: 'Gọi video',
			audience: 'Bà con lớn tuổi',
			rhythm: 'weekly',
			minutes: null
		});
	});

	it.each([['7h15'], ['7:15'], ['07.15'], [' 07:15 ']])('takes the time %j', (time) =>
		expect(read({ time }).parts.startsAt).toEqual(new Date('2026-11-25T00:15:00Z'))
	);

	it.each([
		[{ day: '' }, 'day', 'platform.field-required'],
		[{ day: '25/11/2026' }, 'day', 'community.day-wrong'],
		[{ day: '2026-02-30' }, 'day', 'community.day-wrong'],
		[{ day: '2027-12-25' }, 'day', 'community.day-far'],
		[{ day: '2025-11-01' }, 'day', 'community.day-far'],
		[{ time: '' }, 'time', 'platform.field-required'],
		[{ time: '25:00' }, 'time', 'community.time-wrong'],
		[{ time: '19:60' }, 'time', 'community.time-wrong'],
		[{ topic: ' ' }, 'topic', 'community.topic-missing'],
		[{ topic: 'x'.repeat(121) }, 'topic', 'community.text-too-long'],
		[{ audience: 'x'.repeat(121) }, 'audience', 'community.text-too-long'],
		[{ courseId: 'khac' }, 'courseId', 'community.no-such-lesson'],
		[{ courseId: 'thu', lessonId: 'khac' }, 'courseId', 'community.no-such-lesson'],
		[{ lessonId: 'giu-ma' }, 'courseId', 'community.no-such-lesson']
	])('with %j says what is wrong with the %s', (part, field, code) =>
		expect(read(part).faults).toEqual([{ field, code }])
	);

	it('is about a lesson, a whole course, or something in words', () => {
		for (const part of [{ courseId: 'thu' }, { courseId: 'thu', lessonId: 'giu-ma' }])
			expect(readClass({ ...without(typed), ...part }, { now, catalog }).faults).toEqual([]);
	});
});
