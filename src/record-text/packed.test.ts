import { createHash } from 'node:crypto';
import { constants, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dictionary1 } from './dictionary.ts';
import { packed, unpacked } from './packed.ts';

const signature = Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 37) % 256)).toString('base64url');
const text =
	'{"code":"7K4M-29QX-R3TB-1WZ8H","completedAt":"2026-11-22T10:00:00.000Z","course":{"hash":"b94d27b9934d3e08","id":"an-toan-so",' +
	'"title":"An toàn số: nhận diện và phòng tránh lừa đảo trực tuyến","version":3},"kid":"Xy3_abcdEFGH-123","name":"H’Hen Niê"}';

describe('a signed text in a code', () => {
	it('comes out as it went in, signature and all', () => {
		const letters = packed({ text, signature });
		expect(letters).toMatch(/^1[\w-]+$/);
		expect(letters.length).toBeLessThan(300);
		expect(unpacked(letters)).toEqual({ text, signature });
	});

	it('is read by any raw deflate that is given the dictionary', () => {
		const bytes = Buffer.from(packed({ text, signature }).slice(1), 'base64url');
		const read = inflateRawSync(bytes.subarray(64), {
			dictionary: Buffer.from(dictionary1),
			finishFlush: constants.Z_FINISH
		});
		expect(read.toString()).toBe(text);
	});

	it('keeps its first dictionary to the letter: what lies on paper is read with it', () =>
		expect(createHash('sha256').update(dictionary1).digest('hex')).toBe(
			'1325967ffd99eaf0a7c8c47913f075d25a8456518ff62639c3240e7623594d52'
		));

	it('says of every shorter one that its end is missing', () => {
		const letters = packed({ text, signature });
		for (let length = 1; length < letters.length; length++)
			expect([length, unpacked(letters.slice(0, length))]).toEqual([length, 'truncated']);
	});

	it.each(['', '#', 'ket-qua', '1ab cd', '1é', `1${'A'.repeat(9000)}`, `1${'_'.repeat(200)}`])(
		'says of %j that it is no code',
		(letters) => expect(unpacked(letters)).toBe('unreadable')
	);

	it('says of one packed by a later release that it is newer', () => expect(unpacked('2AAAA')).toBe('newer'));
});
