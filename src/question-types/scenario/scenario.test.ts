import { describe, expect, it } from 'vitest';
import { asked, faultsIn, written } from '../../../tests/support/kinds.ts';
import { scenario } from './scenario.ts';

const body = `Một buổi chiều.

== goi: Máy đổ chuông.
  "Tôi là công an. Chuyển tiền ngay."
- [x] Tắt máy -> tin
  Đúng.
- [ ] Nghe tiếp -> doa
  Chưa.
- [ ] Chuyển tiền
  Chưa.
== doa: Họ dọa bắt.
- [x] Tắt máy -> tin
  Đúng.
- [ ] Chuyển tiền
  Chưa.
== tin: Tổ trưởng báo họp ở nhà văn hóa.
- [x] Đi họp
  Đúng.
- [ ] Chặn số tổ trưởng
  Chưa.`;

describe('a scenario', () => {
	const question = asked('scenario', body);
	const worth = (...chosen: (string | null)[]) => {
		const response = chosen.map((id, i) => [`step-${i + 1}`, id === null ? [] : [id]] as const);
		return scenario.grade(question, Object.fromEntries(response)).points;
	};

	it.each([
		[['1a', null, '3a'], 1],
		[['1a', '2b', '3a'], 1], // the second step was never come to
		[['1a', null, '3b'], 1 / 2], // a genuine message refused
		[['1b', '2a', '3a'], 2 / 3], // a detour with a good end
		[['1b', '2b', '3a'], 0], // it was over at the second step
		[['1c', '2a', '3a'], 0],
		[['1a'], 1 / 2],
		[[null, '2a', '3a'], 0],
		[[], 0]
	])('%j is worth %f', (chosen, points) => expect(worth(...chosen)).toBeCloseTo(points));

	it('shows each step with its message and where its choices lead, in the order drawn', () => {
		const [first, second] = scenario.fields(question, ['1c', '3a', '1a', '2a', '1b', '2b', '3b'], 'vi');
		expect(first).toMatchObject({
			name: 'step-1',
			label: 'Bước 1. Máy đổ chuông.',
			exhibit: '"Tôi là công an. Chuyển tiền ngay."',
			options: [
				{ id: '1c', leadsTo: null },
				{ id: '1a', leadsTo: 'step-3' },
				{ id: '1b', leadsTo: 'step-2' }
			]
		});
		expect(second).toMatchObject({ exhibit: null, options: [{ id: '2a' }, { id: '2b' }] });
	});

	const step = (lines: string) => `${lines}\n- [x] Một\n  Đúng.\n- [ ] Hai\n  Chưa.`;
	it.each([
		['- [x] Một\n  Đúng.', 'no-step'],
		['Chỉ có lời.', 'stage-count'],
		[step('== Không có mã'), 'stage-broken'],
		[step('== a: Một.').replace('Một\n', 'Một -> b\n'), 'stage-unknown'],
		[step('== a: Một.').replace('Một\n', 'Một -> a\n'), 'stage-unknown'],
		[`${step('== a: Một.')}\n${step('== b: Hai.')}`, 'stage-unreached'],
		[`${step('== a: Một.')}\n${step('== a: Hai.')}`, 'stage-same'],
		[step('== a: Một.').replace('[ ]', '[x]'), 'stage-choices'],
		['== a: Một.\n- [x] Một\n- [ ] Hai\n  Chưa.', 'option-no-explanation'],
		[step('= a: Một.'), 'option-broken']
	])('says what is wrong with %j', (lines, code) =>
		expect(faultsIn(written('scenario', `Chuyện.\n\n${lines}`)).map(([, each]) => each)).toContain(code)
	);

	it('must lead the same way in a translation', () =>
		expect(
			faultsIn(written('scenario', body), written('scenario', body.replace('Nghe tiếp -> doa', 'Listen')))
		).toEqual(expect.arrayContaining([[0, 'translation-options']])));
});
