import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { say } from '../../platform/messages/index.ts';
import { fitText, type Fitted, type Room } from './fitting.ts';
import { NotPrintable, type Sheet } from './sheet.ts';

const fontFolder = '@expo-google-fonts/be-vietnam-pro';
const weights = { regular: '400Regular', bold: '700Bold', black: '800ExtraBold' };
export type Weight = keyof typeof weights;

/** A letter of Ê Đê and Gia Rai names that the fonts lack: drawn as b with a stroke, and read out as itself. */
const stroked = /[ƀɃ]/g;
const lineHeight = 1.28;

/** A4, in points. */
export const page = { width: 595.28, height: 841.89 };
/** How far the inner frame is from the edge. */
export const inner = 33;
/** Where everything that is read stands. */
export const column = { x: 66, width: page.width - 132 };
/** From here down: how to check it. */
export const footTop = 580;

export interface Style extends Room {
	weight: Weight;
	colour: string;
	align?: 'left' | 'centre';
}

/** Lines in the middle of the column. */
export function centred(style: Omit<Style, 'width' | 'align'>): Style {
	return { ...style, width: column.width, align: 'centre' };
}

/** A page of A4 that knows how to set lines of Vietnamese, and says in its structure what they are. */
export class Paper {
	readonly doc: PDFKit.PDFDocument;
	readonly #root: PDFKit.PDFStructureElement;
	/** Widths at size 1: shaping Vietnamese costs more than all the rest, and grows with the size in proportion. */
	readonly #widths = new Map<string, number>();
	#weight: Weight = 'regular';

	constructor(sheet: Sheet) {
		const issued = new Date(sheet.issuedAt);
		this.doc = new PDFDocument({
			size: 'A4',
			margin: 0,
			pdfVersion: '1.7',
			tagged: true,
			lang: sheet.lang === 'vi' ? 'vi-VN' : 'en-GB',
			displayTitle: true,
			info: {
				Title: `${say(sheet.lang, 'certify.sheet-title')} ${sheet.code}`,
				Author: say(sheet.lang, 'certify.sheet-house'),
				Subject: `${say(sheet.lang, `records.what-${sheet.kind}`)}: ${sheet.courseTitle}`,
				CreationDate: issued,
				ModDate: issued
			}
		});
		const { resolve } = createRequire(import.meta.url);
		for (const [weight, folder] of Object.entries(weights))
			this.doc.registerFont(weight, resolve(`${fontFolder}/${folder}/BeVietnamPro_${folder}.ttf`));
		this.#root = this.doc.struct('Document');
		this.doc.addStructure(this.#root);
	}

	/** Draws something that only adorns. */
	adorn(draw: (doc: PDFKit.PDFDocument) => void): void {
		this.doc.markContent('Artifact', { type: 'Layout' });
		draw(this.doc);
		this.doc.endMarkedContent();
	}

	/** Draws a picture that says something. */
	picture(alt: string, draw: (doc: PDFKit.PDFDocument) => void): void {
		this.#root.add(this.doc.struct('Figure', { alt }, () => draw(this.doc)));
	}

	/** Breaks a text into lines that fit; refuses one that has letters the fonts lack. */
	fit(text: string, style: Style): Fitted & { height: number } {
		this.#weight = style.weight;
		const fitted = fitText((part, size) => this.#widthOf(part, size), this.#drawable(text), style);
		return { ...fitted, height: fitted.lines.length * fitted.size * lineHeight };
	}

	/** How wide the widest of these lines is. */
	widest(lines: readonly string[], size: number): number {
		return Math.max(...lines.map((line) => this.#widthOf(line, size)));
	}

	/** Sets a text with its upper left corner at a point and returns the height it took. */
	set(text: string, at: { x: number; y: number; tag?: 'H1' | 'H2' | 'P' }, style: Style): number {
		const { size, lines, height } = this.fit(text, style);
		const draw = () =>
			lines.forEach((line, i) => {
				const left = style.align === 'centre' ? (style.width - this.#widthOf(line, size)) / 2 : 0;
				this.#setLine(line, { x: at.x + left, y: at.y + i * size * lineHeight, size }, style.colour);
			});
		this.#root.add(this.doc.struct(at.tag ?? 'P', { actual: text }, draw));
		return height;
	}

	#setLine(line: string, { x, y, size }: { x: number; y: number; size: number }, colour: string): void {
		this.doc.font(this.#weight).fontSize(size).fillColor(colour).text(plain(line), x, y, { lineBreak: false });
		for (const { 0: letter, index } of line.matchAll(stroked)) {
			const before = this.#widthOf(line.slice(0, index), size);
			const width = this.#widthOf(letter, size);
			this.doc
				.lineWidth(size * 0.075)
				.moveTo(x + before - width * 0.04, y + size * 0.47)
				.lineTo(x + before + width * 0.55, y + size * 0.47)
				.stroke(colour);
		}
	}

	#widthOf(text: string, size: number): number {
		const key = `${this.#weight} ${text}`;
		let width = this.#widths.get(key);
		if (width === undefined) {
			width = this.doc.font(this.#weight).fontSize(100).widthOfString(plain(text)) / 100;
			this.#widths.set(key, width);
		}
		return width * size;
	}

	/** The text in letters the fonts have: what is missing whole is set as letter and mark. */
	#drawable(text: string): string {
		return [...text.normalize('NFC')].map((character) => this.#glyphsFor(character)).join('');
	}

	#glyphsFor(character: string): string {
		// pdfkit keeps the opened font to itself, and has no other way to ask what letters it holds.
		const font = (
			this.doc.font(this.#weight) as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
		)._font.font;
		const has = (text: string) => [...plain(text)].every((each) => font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0));
		if (has(character)) return character;
		const parts = character.normalize('NFD');
		if (has(parts)) return parts;
		throw new NotPrintable();
	}
}

function plain(text: string): string {
	return text.replace(stroked, (letter) => (letter === 'ƀ' ? 'b' : 'B'));
}
