import { say } from '../../platform/messages/index.ts';
import { qrDrawing } from './qr.ts';
import { colours } from './sheet-art.ts';
import { column, footTop, inner, page, type Paper, type Style } from './sheet-paper.ts';
import type { Sheet } from './sheet.ts';

/** 55 mm of dark modules: a code that carries the whole text is still read from a cheap printer's paper. */
const qrSide = (55 / 25.4) * 72;
const bottom = page.height - inner - 14;

/** How to check it, and what it is not. */
export function drawFoot(paper: Paper, sheet: Sheet): void {
	const { lang, code, keyId, kind, nameChecked, courseVersion, verifyUrl, codeUrl, verifyPage, seal } = sheet;
	const y = footTop;
	const text = column.x + qrSide + 22;
	const width = column.width - qrSide - 22;
	const small: Style = { weight: 'regular', colour: colours.soft, size: 10.5, least: 8, lines: 4, width };
	paper.adorn((doc) =>
		doc
			.lineWidth(0.8)
			.moveTo(column.x, y - 10)
			.lineTo(column.x + column.width, y - 10)
			.stroke(colours.line)
	);
	paper.picture(say(lang, 'certify.sheet-qr', { address: verifyUrl }), (doc) =>
		drawQr(doc, codeUrl, { x: column.x, y: y + 4 })
	);
	paper.set(
		say(lang, 'certify.sheet-check'),
		{ x: text, y: y + 2, tag: 'H2' },
		{ ...small, weight: 'bold', colour: colours.brand, size: 12.5, lines: 1 }
	);
	const how = paper.set(say(lang, 'certify.sheet-check-how', { address: verifyPage }), { x: text, y: y + 22 }, small);
	const signal = `certify.sheet-check-${codeUrl.includes('#') ? 'offline' : 'online'}`;
	const also = how + 6 + paper.set(say(lang, signal), { x: text, y: y + 28 + how }, small);
	paper.set(say(lang, 'certify.sheet-code'), { x: text, y: y + 36 + also }, { ...small, lines: 1 });
	paper.set(
		code,
		{ x: text, y: y + 49 + also },
		{ ...small, weight: 'bold', colour: colours.ink, size: 17, least: 12, lines: 1 }
	);

	const fine: Style = { ...small, size: 9, least: 7.5, lines: 2, width: column.width, align: 'centre' };
	const disclaimer = say(lang, 'certify.sheet-not-a-degree');
	const name = say(lang, `certify.sheet-name-${nameChecked ? 'checked' : 'own'}`);
	const unsealed = seal ? '' : ` ${say(lang, 'certify.sheet-unsealed')}`;
	const of = say(lang, `certify.sheet-of-${kind === 'course' ? 'course' : 'rule'}`);
	const signed = `${say(lang, 'certify.sheet-signed', { keyId, of, version: courseVersion })} ${name}${unsealed}`;
	const end = bottom - paper.fit(signed, fine).height;
	paper.set(disclaimer, { x: column.x, y: end - paper.fit(disclaimer, fine).height - 1 }, { ...fine, weight: 'bold' });
	paper.set(signed, { x: column.x, y: end }, fine);
}

function drawQr(doc: PDFKit.PDFDocument, address: string, { x, y }: { x: number; y: number }): void {
	const { path, size, quiet } = qrDrawing(address);
	const scale = qrSide / (size - 2 * quiet);
	// The sheet around it is white: its quiet zone reaches out on all sides.
	doc
		.save()
		.translate(x - quiet * scale, y - quiet * scale)
		.scale(scale)
		.path(path)
		.fill('#000')
		.restore();
}
