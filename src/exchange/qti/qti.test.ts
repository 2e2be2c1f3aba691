import { describe, expect, it } from 'vitest';
import { bodiesIn, imported, toldIn } from '../../../tests/support/exchange.ts';
import { aSource } from '../../../tests/support/a-source.ts';
import { makeZip } from '../../platform/zip.ts';

const ns = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"';
const item = (inside: string, more = '') =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<qti-assessment-item ${ns} identifier="Cau_1" title="Câu" adaptive="false" time-dependent="false"${more}>\n${inside}\n</qti-assessment-item>`;
const declared = (correct: string[], more = 'cardinality="single" base-type="identifier"', id = 'RESPONSE') =>
	`<qti-response-declaration identifier="${id}" ${more}><qti-correct-response>${correct.map((value) => `<qti-value>${value}</qti-value>`).join('')}</qti-correct-response></qti-response-declaration>`;
const matchCorrect =
	'<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>';
const choices = (tag: string, texts: string[]) =>
	texts.map((text, i) => `<${tag} identifier="${'ABCDEF'[i] ?? ''}">${text}</${tag}>`).join('');
const choice = (more = '') =>
	`<qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Nên làm gì?</qti-prompt>${choices('qti-simple-choice', ['Tắt <em>máy</em>', 'Đọc mã'])}${more}</qti-choice-interaction>`;

const qti = (xml: string, options = {}) => imported(xml, 'cau.xml', options);
async function one(xml: string): Promise<[string | undefined, string[]]> {
	const made = await qti(xml);
	return [bodiesIn(made)[0], toldIn(made).filter((line) => !/explained$|id-changed$/.test(line))];
}

describe('a QTI 3.0 item', () => {
	it.each([
		[
			'with one choice, its prompt, and feedback in the choices',
			item(
				`${declared(['A'])}<qti-item-body><p>Có người xin mã.</p><qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Nên làm gì?</qti-prompt><qti-simple-choice identifier="A">Tắt máy<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="A" show-hide="show">Đúng.</qti-feedback-inline></qti-simple-choice><qti-simple-choice identifier="B">Đọc</qti-simple-choice></qti-choice-interaction></qti-item-body>${matchCorrect}<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="B" show-hide="show"><qti-content-body><p>Mất <b>tiền</b>.</p></qti-content-body></qti-modal-feedback>`
			),
			'Có người xin mã.\n\nNên làm gì?\n\n- [x] Tắt máy\n  Đúng.\n- [ ] Đọc\n  Mất **tiền**.'
		],
		[
			'with an order',
			item(
				`${declared(['C', 'A', 'B'], 'cardinality="ordered" base-type="identifier"')}<qti-item-body><p>Làm gì trước?</p><qti-order-interaction response-identifier="RESPONSE">${choices('qti-simple-choice', ['Gọi', 'Báo', 'Dừng'])}</qti-order-interaction></qti-item-body>`
			),
			'Làm gì trước?\n\n1. Dừng\n2. Gọi\n3. Báo'
		],
		[
			'with pairs',
			item(
				`${declared(['S1 T2', 'S2 T1'], 'cardinality="multiple" base-type="directedPair"')}<qti-item-body><p>Tìm ai?</p><qti-match-interaction response-identifier="RESPONSE"><qti-simple-match-set><qti-simple-associable-choice identifier="S1" match-max="1">Chặn tiền</qti-simple-associable-choice><qti-simple-associable-choice identifier="S2" match-max="1">Báo số</qti-simple-associable-choice></qti-simple-match-set><qti-simple-match-set><qti-simple-associable-choice identifier="T1" match-max="1">156</qti-simple-associable-choice><qti-simple-associable-choice identifier="T2" match-max="1">Ngân hàng</qti-simple-associable-choice><qti-simple-associable-choice identifier="T3" match-max="1">Người lạ</qti-simple-associable-choice></qti-simple-match-set></qti-match-interaction></qti-item-body>`
			),
			'Tìm ai?\n\n- Chặn tiền => Ngân hàng\n- Báo số => 156\n- => Người lạ'
		],
		[
			'with gaps filled from a list',
			item(
				`${declared(['W1 G1', 'W2 G2'], 'cardinality="multiple" base-type="directedPair"')}<qti-item-body><qti-gap-match-interaction response-identifier="RESPONSE">${['không', 'ai', 'luôn'].map((word, i) => `<qti-gap-text identifier="W${i + 1}" match-max="1">${word}</qti-gap-text>`).join('')}<p>Mã <qti-gap identifier="G1"/> đọc cho <qti-gap identifier="G2"/>.</p></qti-gap-match-interaction></qti-item-body>`
			),
			'Mã [[không]] đọc cho [[ai]].\n\n- [ ] luôn'
		],
		[
			'with a word in a sentence',
			item(
				`${declared(['156'], 'cardinality="single" base-type="string"')}<qti-item-body><p>Báo số lạ cho <qti-text-entry-interaction response-identifier="RESPONSE"/>.</p></qti-item-body>${matchCorrect}`
			),
			'Báo số lạ cho [[156]].'
		],
		[
			'with a number and how near is near enough',
			item(
				`${declared(['36.5'], 'cardinality="single" base-type="float"')}<qti-item-body><p>Bao nhiêu độ?</p><p><qti-text-entry-interaction response-identifier="RESPONSE"/> °C</p></qti-item-body><qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode="absolute" tolerance="0.5 0.5"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>`
			),
			'Bao nhiêu độ?\n\n= 36,5 °C ± 0,5\n  Xem lại bài.'
		],
		[
			'with a word picked in a sentence',
			item(
				`${declared(['A'])}<qti-item-body><p>Mã <qti-inline-choice-interaction response-identifier="RESPONSE">${choices('qti-inline-choice', ['không', 'luôn'])}</qti-inline-choice-interaction> đọc.</p></qti-item-body>`
			),
			'Mã [[không]] đọc.\n\n- [ ] luôn'
		]
	])('%s', async (_, xml, body) => expect(await one(xml)).toEqual([body, []]));
});

describe('what QTI has and we have not', () => {
	const body = `${declared(['A'])}<qti-item-body>${choice()}</qti-item-body>`;
	it.each([
		[item(`${body}`, ' xml:lang="nl"'), 'note other-language'],
		[item(body).replaceAll('qti-assessment-item', 'assessmentItem'), 'left qti-version'],
		[item(body, '').replace('adaptive="false"', 'adaptive="true"'), 'left qti-adaptive'],
		[
			item(`${body}<qti-template-declaration identifier="N" cardinality="single" base-type="integer"/>`),
			'left qti-template'
		],
		[
			item(
				`${declared(['A'])}<qti-item-body><qti-extended-text-interaction response-identifier="RESPONSE"/></qti-item-body>`
			),
			'left qti-interaction'
		],
		[
			item(
				`${declared(['A'])}<qti-item-body><qti-slider-interaction response-identifier="RESPONSE" lower-bound="0" upper-bound="9"/></qti-item-body>`
			),
			'left qti-interaction'
		],
		[item('<qti-item-body><p>Chỉ đọc.</p></qti-item-body>'), 'left qti-asks-nothing'],
		[item(`${body}<qti-catalog-info><qti-catalog id="a"/></qti-catalog-info>`), 'left qti-part'],
		[
			item(
				`${declared(['A'])}<qti-item-body><qti-rubric-block view="scorer"><p>Chấm.</p></qti-rubric-block>${choice()}</qti-item-body>`
			),
			'left qti-part'
		],
		[
			item(
				`${body}<qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">7</qti-base-value></qti-set-outcome-value></qti-response-processing>`
			),
			'left qti-scoring'
		],
		[
			item(`${declared(['A'])}<qti-item-body><table><tr><td>Bảng</td></tr></table>${choice()}</qti-item-body>`),
			'left markup'
		],
		[
			item(
				`${declared(['A'])}<qti-item-body><p>Tranh <img src="x.png" alt="một màn hình"/></p>${choice()}</qti-item-body>`
			),
			'left markup'
		]
	])('is told, never dropped (%#)', async (xml, told) =>
		expect(toldIn(await qti(xml)).map((line) => line.replace(/^\d+ /, ''))).toContain(told)
	);
});

describe('a malformed item', () => {
	it.each([
		['<qti-assessment-item>\n<p>', 2, 'xml-malformed'],
		[
			'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<qti-assessment-item>&b;</qti-assessment-item>',
			2,
			'xml-doctype'
		],
		['<a>&nbsp;</a>', 1, 'xml-malformed'],
		['<a>'.repeat(5000), 1, 'xml-deep'],
		['', 1, 'xml-malformed'],
		['<html/>', 1, 'qti-root'],
		[
			item('<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>'),
			2,
			'qti-no-body'
		],
		[item(`<qti-item-body>\n${choice()}</qti-item-body>`), 4, 'qti-undeclared'],
		[item(`\n${declared([])}<qti-item-body>${choice()}</qti-item-body>`), 4, 'qti-no-correct'],
		[item(`${declared(['Z'])}<qti-item-body>${choice()}</qti-item-body>`), 3, 'qti-key'],
		[
			item(
				`${declared(['A'])}<qti-item-body>\n${choice('<qti-simple-choice identifier="A">Hai</qti-simple-choice>')}</qti-item-body>`
			),
			4,
			'qti-id-twice'
		]
	])('names line and reason (%#)', async (xml, line, code) => {
		const made = await qti(xml);
		expect(toldIn(made).join()).toMatch(new RegExp(`\\b${line} fault ${code}`));
		expect(made.made).toBeNull();
	});

	it('tells a step without a place and a second partner', async () => {
		const order = `<qti-item-body><p>Trước?</p><qti-order-interaction response-identifier="RESPONSE">${choices('qti-simple-choice', ['a', 'b', 'c', 'd'])}</qti-order-interaction></qti-item-body>`;
		const steps = await one(item(declared(['C', 'A', 'B'], 'cardinality="ordered" base-type="identifier"') + order));
		expect(steps).toEqual(['Trước?\n\n1. c\n2. a\n3. b', ['3 left qti-no-place']]);
		const set = (texts: string[], from: string) =>
			`<qti-simple-match-set>${texts.map((text) => `<qti-simple-associable-choice identifier="${from}${text}">${text}</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
		const match = `<qti-item-body><p>Đâu?</p><qti-match-interaction response-identifier="RESPONSE">${set(['a', 'b'], 'S')}${set(['x', 'y'], 'T')}</qti-match-interaction></qti-item-body>`;
		const keys = declared(['Sa Tx', 'Sa Ty', 'Sb Ty'], 'cardinality="multiple" base-type="directedPair"');
		expect((await one(item(keys + match)))[1]).toEqual(['3 left qti-second-partner']);
	});
});

describe('a package', () => {
	const resource = (href: string, more = '') =>
		`<resource identifier="r" type="imsqti_item_xmlv3p0" href="${href}">${more}<file href="${href}"/></resource>`;
	const manifest = (...resources: string[]) =>
		`<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/><resources>\n${resources.join('\n')}</resources></manifest>`;
	const sound = item(
		`${declared(['A'])}<qti-item-body><p>Xem <img src="../tranh/man hinh.svg" alt="màn hình"/></p>${choice()}</qti-item-body>`
	);
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="3" height="3"/></svg>';
	const zip = (files: Record<string, string>) => makeZip(new Map(Object.entries(files)));
	const source = aSource({ 'framework.json': null });

	it('brings pictures along, under a name of their own, or finds them where they lie', async () => {
		const files = { 'imsmanifest.xml': manifest(resource('q/a.xml')), 'q/a.xml': sound, 'tranh/man hinh.svg': svg };
		const made = await imported(zip(files), 'goi.zip', { source });
		expect(made.media.map(({ path }) => path)).toEqual(['media/khoa/man-hinh.svg']);
		expect(made.made?.text).toContain('Xem ![màn hình](../../../media/khoa/man-hinh.svg)');
		const known = { ...source, media: new Map([['media/cu.svg', new TextEncoder().encode(svg)]]) };
		const again = await imported(zip(files), 'goi.zip', { source: known });
		expect(again.media).toEqual([]);
		expect(again.made?.text).toContain('(../../../media/cu.svg)');
	});

	it('never brings a picture that could run or call out', async () => {
		const bad = svg.replace('<rect', '<script>alert(1)</script><rect');
		const files = { 'imsmanifest.xml': manifest(resource('q/a.xml')), 'q/a.xml': sound, 'tranh/man hinh.svg': bad };
		const made = await imported(zip(files), 'goi.zip', { source });
		expect([made.made, made.media]).toEqual([null, []]);
	});

	it('tells each item by its own file, and what the manifest lists besides', async () => {
		const files = {
			'imsmanifest.xml': manifest(
				resource(
					'a.xml',
					'<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><keyword><string>an toàn</string></keyword></general></lom></metadata>'
				),
				resource('b.xml'),
				resource('c.xml'),
				'<resource identifier="t" type="imsqti_test_xmlv3p0" href="t.xml"/>',
				'<resource identifier="o" type="imsqti_item_xmlv2p1" href="o.xml"/>'
			),
			'a.xml': item(`${declared(['A'])}<qti-item-body>${choice()}</qti-item-body>`),
			'b.xml': '<qti-assessment-item>'
		};
		const { remarks, made } = await imported(zip(files), 'goi.zip', { source });
		const told = remarks
			.filter(({ code }) => !/explained|id-changed/.test(code))
			.map(({ file, line, code }) => [file, line, code]);
		expect(told).toEqual([
			['goi.zip/b.xml', 1, 'xml-malformed'],
			['goi.zip/c.xml', 1, 'qti-missing'],
			['goi.zip/imsmanifest.xml', 2, 'qti-metadata'],
			['goi.zip/imsmanifest.xml', 5, 'qti-resource'],
			['goi.zip/imsmanifest.xml', 6, 'qti-version']
		]);
		expect(made).toBeNull();
	});

	it.each([
		['no archive at all', new TextEncoder().encode('chào'), 'zip-broken'],
		['a path that leads out', zip({ '../../etc/x': 'x', 'imsmanifest.xml': '<a/>' }), 'zip-path'],
		['an absolute path', zip({ '/etc/x': 'x', 'imsmanifest.xml': '<a/>' }), 'zip-path'],
		['more than may be unpacked', zip({ 'imsmanifest.xml': '0'.repeat(70_000_000) }), 'zip-large'],
		['no manifest', zip({ 'a.xml': '<a/>' }), 'qti-missing']
	])('%s is refused', async (_, bytes, code) =>
		expect(toldIn(await imported(bytes, 'goi.zip'))).toEqual([`1 fault ${code}`])
	);

	it('is not unpacked beyond the size it states', async () => {
		const bytes = zip({ 'imsmanifest.xml': '0'.repeat(5_000_000) });
		// The size in the directory at the end says 10.
		const at = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002');
		new DataView(bytes.buffer).setUint32(at + 24, 10, true);
		expect(toldIn(await imported(bytes, 'goi.zip'))[0]).toMatch(/fault (xml-malformed|zip-broken)/);
	});
});
