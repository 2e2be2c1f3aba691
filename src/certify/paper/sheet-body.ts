import { say } from '../../platform/messages/index.ts';
import { colours, star } from './sheet-art.ts';
import { centred, column, footTop, page, type Paper, type Style } from './sheet-paper.ts';
import type { Sheet } from './sheet.ts';

const soft = centred({ weight: 'regular', colour: colours.soft, size: 12.5, least: 10, lines: 1 });

interface Block {
	height: number;
	/** How much air it wants above itself, compared with the others. */
	air: number;
	draw(y: number): void;
}

/** The statement itself: what stands between head and foot, with the air spread between its parts. */
export function drawBody(paper: Paper, sheet: Sheet, top: number): void {
	const blocks = [
		...statementBlocks(paper, sheet),
		...skillBlocks(paper, sheet),
		factsBlock(paper, sheet),
		howBlock(paper, sheet)
	];
	const used = blocks.reduce((sum, block) => sum + block.height, 0);
	const air = Math.max(0, footTop - 14 - top - used) / (blocks.reduce((sum, block) => sum + block.air, 0) + 1);
	let y = top;
	for (const block of blocks) {
		y += Math.min(air, 31) * block.air;
		block.draw(y);
		y += block.height;
	}
}

function statementBlocks(paper: Paper, { lang, kind, name, courseTitle, courseSubtitle }: Sheet): Block[] {
	const nameStyle = centred({ weight: 'black', colour: colours.ink, size: 38, least: 15, lines: 1 });
	const titleStyle = centred({ weight: 'bold', colour: colours.brand, size: 21, least: 13, lines: 2 });
	const fitsOnALine = paper.fit(name, { ...nameStyle, least: 22 }).lines.length === 1;
	return [
		textBlock(paper, say(lang, 'certify.sheet-this-confirms'), { air: 0.4, style: soft }),
		textBlock(paper, name, { air: 0.3, style: fitsOnALine ? nameStyle : { ...nameStyle, size: 26, lines: 2 } }),
		textBlock(paper, say(lang, `records.done-${kind}`), { air: 0.4, style: soft }),
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

/** How it was reached: alone, with help, under supervision, with papers seen. */
function howBlock(paper: Paper, { lang, how }: Sheet): Block {
	const ways = how.map((way) => say(lang, `records.how-${way}`)).join(' · ');
	return textBlock(paper, `${say(lang, 'records.how')}: ${ways}`, { air: 0.4, style: { ...soft, size: 11, least: 9 } });
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
