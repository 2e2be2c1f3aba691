import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { spot } from './spot.ts';

const image = '![Màn hình](../../../media/tranh.svg)';
const places = '- [x] (10, 20, 50, 15) Đường dẫn lạ\n  Vì sao.\n- [ ] (0, 0, 100, 10) Tên người gửi\n  Vì sao.';

describe('spotting the danger on a picture', () => {
	const question = asked('spot', `Chỗ nào đáng ngờ?\n\n${image}\n\n${places}`);

	it('shows the picture apart from the question, and each place in words and as an area', () => {
		expect(question.stem).toBe('Chỗ nào đáng ngờ?');
		const [field] = spot.fields(question, [], 'vi');
		expect(field?.exhibit).toMatch(/^<img src="\/media\/[^"]+" alt="Màn hình" width="320" height="200"/);
		expect(field?.options).toEqual([
			{ id: 'a', text: '(1) Đường dẫn lạ', area: [10, 20, 50, 15] },
			{ id: 'b', text: '(2) Tên người gửi', area: [0, 0, 100, 10] }
		]);
	});

	it('counts hits and false alarms', () => {
		const worth = (...spots: string[]) => spot.grade(question, { spots }).points;
		expect([worth('a'), worth('a', 'b'), worth('b'), worth()]).toEqual([1, 0, 0, 0]);
	});
});

describe('spotting the danger in a message', () => {
	const message = '> Chúc mừng [[trúng thưởng]]!\n> Bấm [[https://qua.example]] trước [[20 giờ]].';
	const entries = ['- [ ] lời chúc', '- [x] đường dẫn', '- [x] giục gấp']
		.map((line) => `${line}\n  Vì sao.`)
		.join('\n');
	const question = asked('spot', `Chỗ nào đáng ngờ?\n\n${message}\n\n${entries}`);

	it('numbers the marked phrases, and nothing in it can be pressed', () => {
		expect(question.stem).toBe('Chỗ nào đáng ngờ?');
		expect(spot.fields(question, [], 'vi')[0]?.exhibit).toBe(
			'Chúc mừng (1) <strong>trúng thưởng</strong>!<br>Bấm (2) <strong>https://qua.example</strong> trước (3) <strong>20 giờ</strong>.'
		);
	});

	it('gives each hit its part and takes one for each false alarm', () => {
		const worth = (...spots: string[]) => spot.grade(question, { spots }).points;
		expect([worth('b', 'c'), worth('b'), worth('a', 'b', 'c'), worth('a', 'b')]).toEqual([1, 0.5, 0.5, 0]);
	});
});

it.each([
	[`${image}\n\n${places.replace('50, 15', '95, 15')}`, 'area-broken'],
	[`${image}\n\n${places.replace('(0, 0, 100, 10) ', '')}`, 'area-broken'],
	[places, 'no-exhibit'],
	[`> Tin [[một]].\n\n${places}`, 'mark-count'],
	[`${image.replace('tranh', 'khong-co')}\n\n${places}`, 'missing-media'],
	[`${image.replace('Màn hình', '')}\n\n${places}`, 'no-alt'],
	[`${image}\n\n${places.replace('[ ]', '[x]')}`, 'no-wrong-answer']
])('says what is wrong with %j', (lines, code) =>
	expect(faultsIn(written('spot', `Hỏi?\n\n${lines}`)).map(([, each]) => each)).toContain(code)
);
