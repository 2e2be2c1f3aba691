import { say } from '../../platform/messages/index.ts';
import { makeSignaturePlace } from '../seal/signature-place.ts';
import { colours, drawLandscape, drawLogo, star } from './sheet-art.ts';
import { drawBody } from './sheet-body.ts';
import { drawFoot } from './sheet-foot.ts';
import { centred, column, inner, page, Paper, type Style } from './sheet-paper.ts';
import type { Sheet } from './sheet.ts';

const frame = 24;
const artHeight = 104;
const headTop = inner + artHeight + 18;
/** Where the statement begins. */
const bodyTop = headTop + 96;

/** Draws a completion record on one page of A4. Long names and titles shrink, then wrap; nothing is ever cut off. */
export function drawSheet(sheet: Sheet): PDFKit.PDFDocument {
	const paper = new Paper(sheet);
	drawFrame(paper);
	drawHead(paper, sheet);
	drawBody(paper, sheet, bodyTop);
	drawFoot(paper, sheet);
	if (sheet.mark) drawMark(paper, say(sheet.lang, `certify.sheet-${sheet.mark}`));
	if (sheet.seal)
		makeSignaturePlace(paper.doc, {
			at: new Date(sheet.seal.at),
			room: sheet.seal.room,
			reason: say(sheet.lang, 'certify.sheet-seal', { code: sheet.code })
		});
	paper.doc.end();
	return paper.doc;
}

function drawFrame(paper: Paper): void {
	paper.adorn((doc) => {
		const box = (inset: number) => [inset, inset, page.width - 2 * inset, page.height - 2 * inset] as const;
		doc.roundedRect(...box(frame), 18).fill(colours.paper);
		doc
			.lineWidth(4)
			.roundedRect(...box(frame), 18)
			.stroke(colours.gold);
		doc
			.save()
			.roundedRect(...box(inner), 11)
			.clip();
		doc
			.translate(inner, inner)
			.scale((page.width - 2 * inner) / 700)
			.translate(150, 0);
		drawLandscape(doc);
		doc.restore();
		doc.rect(inner, inner + artHeight, page.width - 2 * inner, page.height / 2).fill(colours.paper);
		doc
			.lineWidth(0.8)
			.roundedRect(...box(inner), 11)
			.stroke(colours.brand);
	});
}

function drawHead(paper: Paper, { lang }: Sheet): void {
	const top = headTop;
	const house = say(lang, 'certify.sheet-house');
	const style: Style = { weight: 'bold', colour: colours.brand, size: 13, least: 10, lines: 1, width: column.width };
	const { lines, size } = paper.fit(house, style);
	const left = (page.width - 30 - paper.widest(lines, size)) / 2;
	paper.adorn((doc) => {
		doc.save().translate(left, top).scale(0.5);
		drawLogo(doc);
		doc.restore();
	});
	paper.set(house, { x: left + 30, y: top + 2.5 }, style);
	const title = centred({ weight: 'black', colour: colours.brand, size: 27, least: 18, lines: 1 });
	paper.set(say(lang, 'certify.sheet-title'), { x: column.x, y: top + 34, tag: 'H1' }, title);
	paper.adorn((doc) => {
		const [y, middle] = [top + 84, page.width / 2];
		doc
			.lineWidth(0.8)
			.moveTo(middle - 120, y)
			.lineTo(middle - 16, y)
			.moveTo(middle + 16, y)
			.lineTo(middle + 120, y)
			.stroke(colours.brand);
		doc.save().translate(middle, y).scale(15).path(star).fill(colours.gold).restore();
	});
}

/** A band across the sheet that says why it is not to be used. */
function drawMark(paper: Paper, words: string): void {
	const style: Style = {
		weight: 'black',
		colour: colours.bad,
		size: 54,
		least: 20,
		lines: 1,
		width: 480,
		align: 'centre'
	};
	const middle = { x: page.width / 2, y: 400 };
	paper.doc.save().rotate(-24, { origin: [middle.x, middle.y] });
	paper.adorn((doc) =>
		doc
			.fillOpacity(0.88)
			.lineWidth(4)
			.roundedRect(middle.x - 250, middle.y - 48, 500, 96, 12)
			.fillAndStroke('#fff', colours.bad)
			.fillOpacity(1)
	);
	const { height } = paper.fit(words, style);
	paper.set(words, { x: middle.x - 240, y: middle.y - height / 2 }, style);
	paper.doc.restore();
}
