import { describe, expect, it } from 'vitest';
import { stepsOf } from './lesson-steps.ts';

const words = (html: string) => ({ kind: 'html' as const, html });
const asked = (id: string) => ({
	kind: 'question' as const,
	question: { id, stem: 'Hỏi gì?', multiple: false as const, options: [] }
});
const long = `<p>${'chữ '.repeat(50)}</p>`;

describe('the steps of a lesson', () => {
	it('are cut at headings, and each knows under which it stands', () => {
		const html =
			'<p>Mở đầu.</p><h2 id="a">Một &amp; hai</h2><p>A</p><ol><li>B<br>c</li></ol><h2 id="b">Ba</h2><p>D</p>';
		expect(stepsOf({ parts: [words(html)] })).toEqual([
			{ kind: 'words', heading: null, html: '<p>Mở đầu.</p>' },
			{ kind: 'words', heading: 'Một & hai', html: '<p>A</p><ol><li>B<br>c</li></ol>' },
			{ kind: 'words', heading: 'Ba', html: '<p>D</p>' }
		]);
	});

	it('are no longer than what is read from four metres; a block is never cut', () => {
		const steps = stepsOf({ parts: [words(`<h2>Dài</h2>${long}${long}${long}`)] });
		expect(steps).toEqual([1, 2, 3].map(() => ({ kind: 'words', heading: 'Dài', html: long })));
	});

	it('go on with the numbers of a list that is too long for one', () => {
		const item = `<li>${'chữ '.repeat(25)}</li>`;
		const steps = stepsOf({ parts: [words(`<ol class="steps">${item}${item}${item}</ol>`)] });
		expect(steps.map((step) => step.kind === 'words' && step.html)).toEqual([
			`<ol>${item}${item}</ol>`,
			`<ol start="3">${item}</ol>`
		]);
	});

	it('show a picture alone, and go on after a question under the same heading', () => {
		const figure = '<figure><img src="/media/a.svg" alt="a > b"><figcaption>Tranh</figcaption></figure>';
		const parts = [words(`<h2>Một</h2><p>A</p>${figure}<p>B</p>`), asked('x'), words('<p>C</p>'), asked('y')];
		expect(stepsOf({ parts }).map((step) => (step.kind === 'words' ? [step.heading, step.html] : step.number))).toEqual(
			[['Một', '<p>A</p>'], ['Một', figure], ['Một', '<p>B</p>'], 1, ['Một', '<p>C</p>'], 2]
		);
	});

	it('lose no word, whatever the HTML is', () => {
		for (const html of ['chỉ chữ', '<p>A', 'a<p>b</p>c', '<div><div>x</div></div>', '</p><p>y</p>', '']) {
			const steps = stepsOf({ parts: [words(html)] });
			const told = steps.map((step) => (step.kind === 'words' ? step.html : '')).join('');
			expect(told.replace(/<[^>]*>/g, '')).toBe(html.replace(/<[^>]*>/g, ''));
		}
	});
});
