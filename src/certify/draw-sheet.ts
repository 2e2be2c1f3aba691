import { say } from '../platform/messages/index.ts';
import { qrDrawing } from './qr.ts';
import { colours, drawLandscape, drawLogo, star } from './sheet-art.ts';
import { Paper, type Style } from './sheet-paper.ts';
import type { Sheet } from './sheet.ts';

const page = { width: 595.28, height: 841.89 };
const frame = 24;
const inner = 33;
const artHeight = 128;
const column = { x: 66, width: page.width - 132 };
/** 38 mm, quiet zone included: the modules are larger than a phone needs at arm's length. */
const qrSide = 108;
const footTop = 640;
const bottom = page.height - inner - 14;

const centred = (style: Omit<Style, 'width' | 'align'>): Style => ({ ...style, width: column.width, align: 'centre' });
const soft = centred({ weight: 'regular', colour: colours.soft, size: 12.5, least: 10, lines: 1 });

/** Draws a completion record on one page of A4. Long names and titles shrink, then wrap; nothing is ever cut off. */
export function drawSheet(sheet: Sheet): PDFKit.PDFDocument {
	const paper = new Paper(sheet);
	drawFrame(paper);
	drawHead(paper, sheet);
	drawBody(paper, sheet);
	drawFoot(paper, sheet);
	if (sheet.mark) drawMark(paper, say(sheet.lang, `certify.sheet-${sheet.mark}`));
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
	const top = inner + artHeight + 18;
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

interface Block {
	height: number;
	/** How much air it wants above itself, compared with the others. */
	air: number;
	draw(y: number): void;
}

/** The statement itself: what stands between head and foot, with the air spread between its parts. */
function drawBody(paper: Paper, sheet: Sheet): void {
	const top = inner + artHeight + 18 + 96;
	const blocks = [...statementBlocks(paper, sheet), ...skillBlocks(paper, sheet), factsBlock(paper, sheet)];
	const used = blocks.reduce((sum, block) => sum + block.height, 0);
	const air = Math.max(0, footTop - 14 - top - used) / (blocks.reduce((sum, block) => sum + block.air, 0) + 1);
	let y = top;
	for (const block of blocks) {
		y += Math.min(air, 31) * block.air;
		block.draw(y);
		y += block.height;
	}
}

function statementBlocks(paper: Paper, { lang, name, courseTitle, courseSubtitle }: Sheet): Block[] {
	const nameStyle = centred({ weight: 'black', colour: colours.ink, size: 38, least: 15, lines: 1 });
	const titleStyle = centred({ weight: 'bold', colour: colours.brand, size: 21, least: 13, lines: 2 });
	const fitsOnALine = paper.fit(name, { ...nameStyle, least: 22 }).lines.length === 1;
	return [
		textBlock(paper, say(lang, 'certify.sheet-this-confirms'), { air: 0.4, style: soft }),
		textBlock(paper, name, { air: 0.3, style: fitsOnALine ? nameStyle : { ...nameStyle, size: 26, lines: 2 } }),
		textBlock(paper, say(lang, 'certify.sheet-completed'), { air: 0.4, style: soft }),
		textBlock(paper, courseTitle, { air: 0.4, style: titleStyle }),
		...(courseSubtitle ? [textBlock(paper, courseSubtitle, { air: 0.1, style: { ...soft, lines: 2 } })] : [])
	];
}

function textBlock(paper: Paper, text: string, { air, style }: { air: number; style: Style }): Block {
	const { height } = paper.fit(text, style);
	return { height, air, draw: (y) => void paper.set(text, { x: column.x, y }, style) };
}

const mostSkills = 8;

/** The skills in two columns, each with a gold star that a black-and-white printer draws as well. */
function skillBlocks(paper: Paper, { lang, skills }: Sheet): Block[] {
	if (skills.length === 0) return [];
	const shown = skills.length > mostSkills ? skills.slice(0, mostSkills - 1) : skills;
	const rest = skills.length - shown.length;
	const items = [...shown, ...(rest > 0 ? [say(lang, 'certify.sheet-more-skills', { count: rest })] : [])];
	const columns = items.length === 1 ? 1 : 2;
	const width = column.width / columns - 24;
	const style: Style = { weight: 'regular', colour: colours.ink, size: 11, least: 9, lines: 2, width };
	const heading = centred({ weight: 'bold', colour: colours.soft, size: 11, least: 9, lines: 1 });
	const rows: string[][] = [];
	for (let i = 0; i < items.length; i += columns) rows.push(items.slice(i, i + columns));
	return [
		textBlock(paper, say(lang, 'certify.sheet-skills'), { air: 0.9, style: heading }),
		...rows.map((row) => skillRow(paper, row, style))
	];
}

function skillRow(paper: Paper, row: string[], style: Style): Block {
	const height = Math.max(...row.map((skill) => paper.fit(skill, style).height));
	const draw = (y: number) =>
		row.forEach((skill, i) => {
			const x =
				row.length === 1 && style.width > column.width / 2
					? centreOf(paper, skill, style)
					: column.x + (i * column.width) / 2;
			paper.adorn((doc) => {
				doc
					.save()
					.translate(x + 8, y + 7.2)
					.scale(10)
					.path(star);
				doc.lineWidth(0.05).fillAndStroke(colours.gold, colours.brand).restore();
			});
			paper.set(skill, { x: x + 20, y }, style);
		});
	return { height, air: 0.22, draw };
}

function centreOf(paper: Paper, skill: string, style: Style): number {
	const { lines, size } = paper.fit(skill, style);
	return (page.width - paper.widest(lines, size) - 20) / 2;
}

/** Day, result, day of issue: three small tables side by side. */
function factsBlock(paper: Paper, sheet: Sheet): Block {
	const { lang, score, total, completedOn, issuedOn } = sheet;
	const facts = [
		['completed-on', completedOn],
		['score', say(lang, 'certify.sheet-score-value', { score, total })],
		['issued-on', issuedOn]
	] as const;
	const width = column.width / facts.length;
	const label: Style = {
		weight: 'regular',
		colour: colours.soft,
		size: 10.5,
		least: 8,
		lines: 1,
		width,
		align: 'centre'
	};
	const value: Style = { ...label, weight: 'bold', colour: colours.ink, size: 14 };
	const draw = (y: number) =>
		facts.forEach(([key, text], i) => {
			const x = column.x + i * width;
			paper.set(say(lang, `certify.sheet-${key}`), { x, y }, label);
			paper.set(text, { x, y: y + 15 }, value);
			if (i > 0)
				paper.adorn((doc) =>
					doc
						.lineWidth(0.8)
						.moveTo(x, y + 2)
						.lineTo(x, y + 32)
						.stroke(colours.line)
				);
		});
	return { height: 36, air: 1, draw };
}

/** How to check it, and what it is not. */
function drawFoot(paper: Paper, sheet: Sheet): void {
	const { lang, code, keyId, courseVersion, verifyUrl, verifyPage } = sheet;
	const y = footTop;
	const text = column.x + qrSide + 20;
	const width = column.width - qrSide - 20;
	const small: Style = { weight: 'regular', colour: colours.soft, size: 9.5, least: 8, lines: 4, width };
	paper.adorn((doc) =>
		doc
			.lineWidth(0.8)
			.moveTo(column.x, y - 10)
			.lineTo(column.x + column.width, y - 10)
			.stroke(colours.line)
	);
	paper.picture(say(lang, 'certify.sheet-qr', { address: verifyUrl }), (doc) =>
		drawQr(doc, verifyUrl, { x: column.x, y })
	);
	paper.set(
		say(lang, 'certify.sheet-check'),
		{ x: text, y: y + 2, tag: 'H2' },
		{ ...small, weight: 'bold', colour: colours.brand, size: 12.5, lines: 1 }
	);
	const how = paper.set(say(lang, 'certify.sheet-check-how', { address: verifyPage }), { x: text, y: y + 21 }, small);
	paper.set(say(lang, 'certify.sheet-code'), { x: text, y: y + 30 + how }, { ...small, lines: 1 });
	paper.set(
		code,
		{ x: text, y: y + 42 + how },
		{ ...small, weight: 'bold', colour: colours.ink, size: 17, least: 12, lines: 1 }
	);

	const fine: Style = { ...small, size: 9, least: 7.5, lines: 2, width: column.width, align: 'centre' };
	const disclaimer = say(lang, 'certify.sheet-not-a-degree');
	const signed = say(lang, 'certify.sheet-signed', { keyId, version: courseVersion });
	const end = bottom - paper.fit(signed, fine).height;
	paper.set(disclaimer, { x: column.x, y: end - paper.fit(disclaimer, fine).height - 1 }, { ...fine, weight: 'bold' });
	paper.set(signed, { x: column.x, y: end }, fine);
}

function drawQr(doc: PDFKit.PDFDocument, address: string, { x, y }: { x: number; y: number }): void {
	const { path, size } = qrDrawing(address);
	doc.rect(x, y, qrSide, qrSide).fill('#fff');
	doc
		.save()
		.translate(x, y)
		.scale(qrSide / size)
		.path(path)
		.fill('#000')
		.restore();
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
