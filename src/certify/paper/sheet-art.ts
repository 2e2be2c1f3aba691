/** The colours of the house by day. */
export const colours = {
	paper: '#fffdf6',
	ink: '#15231b',
	soft: '#3a4a40',
	line: '#dcdac6',
	brand: '#0a5137',
	gold: '#f2b705',
	bad: '#94101f',
	sky: '#d9eff7',
	glow: '#ffe9a3',
	far: '#b3d5c6',
	field: '#cbe08a',
	rice: '#a4cd67',
	seedling: '#70ae52',
	road: '#f4dfa8',
	roof: '#b23f2c',
	wall: '#f9e3b2',
	leaf: '#2c7446'
} as const;

/** A star of five points round (0, 0), one unit high. */
export const star = 'M0-.53L.13-.18.5-.17.21.05.31.4 0 .19-.31.4-.21.05-.5-.17-.13-.18z';

const banyan = 'M-8-34c-34 6-52-16-38-36 2-24 30-34 46-22 18-14 46-2 44 22 16 20-6 42-34 36-6 6-14 6-18 0z';

const gate: readonly [path: string, colour: string][] = [
	['M-96 0v-40h46V0zM96 0v-40H50V0z', colours.wall],
	['M-104-40q8-1 12-9h38v9zM104-40q-8-1-12-9H54v9z', colours.roof],
	['M-50 0v-78H50V0H24v-30a24 26 0 0 0-48 0V0z', colours.wall],
	['M-72-74q18-2 26-20h92q8 18 26 20-8 10-20 10H-52q-12 0-20-10z', colours.roof],
	['M-28-94v-22h56v22z', colours.wall],
	['M-46-112q14-2 20-18h52q6 16 20 18-6 8-14 8h-64q-8 0-14-8z', colours.roof],
	['M-22-58h44v14h-44z', colours.roof]
];

type Paper = PDFKit.PDFDocument;

/** The village gate under the gold star, at the end of the path: 700 × 180 units round x = 200, from the mock-ups. */
export function drawLandscape(doc: Paper): void {
	doc.rect(-150, 0, 700, 180).fill(colours.sky);
	doc.circle(200, 46, 38).fill(colours.glow);
	doc
		.path(
			'M-150 130V92q24-28 50-26t36 40q30-40 64-10 26-30 46-26t34 34q20-46 42-44t36 44q26-24 44-20t40 24q18-44 40-42t38 42q20-30 40-26t40 24q20-40 52-36t36 36q30-30 62-20v44z'
		)
		.fill(colours.far);
	drawAt(doc, { x: 200, y: 42, scale: 42 }, () => doc.path(star).fill(colours.gold));
	doc.path('M-150 128q180-18 350-8t350-8v68h-700z').fill(colours.field);
	drawAt(doc, { x: 118, y: 128, scale: 0.5 }, () => drawBanyan(doc));
	drawAt(doc, { x: 292, y: 128, scale: 1 }, () => drawPalm(doc));
	doc.path('M192 122h16c6 14-20 18-12 24s52 14 56 34H150c6-26 44-22 38-32s-10-14 4-26z').fill(colours.road);
	drawAt(doc, { x: 200, y: 126, scale: 0.46 }, () => drawGate(doc));
	drawRice(doc);
}

function drawAt(doc: Paper, place: { x: number; y: number; scale: number }, draw: () => void): void {
	doc.save().translate(place.x, place.y).scale(place.scale);
	draw();
	doc.restore();
}

function drawBanyan(doc: Paper): void {
	doc.fillOpacity(0.7).path('M-5 0q3-30 0-50h10q-2 24 4 50z').fill(colours.roof).fillOpacity(1);
	doc.path(banyan).fill(colours.leaf);
}

function drawPalm(doc: Paper): void {
	doc.lineCap('round').strokeOpacity(0.55).lineWidth(5).path('M0 0q4-28 0-56').stroke(colours.roof).strokeOpacity(1);
	doc
		.lineWidth(6)
		.path('M0-56q-22-14-36 8M0-56q22-14 36 8M0-56q-14-28-34-18M0-56q14-28 34-18M0-56q-2-18 2-30')
		.stroke(colours.leaf);
}

function drawGate(doc: Paper): void {
	for (const [path, colour] of gate) doc.path(path).fill(colour);
	doc.lineCap('butt').lineWidth(3).path('M-14-51h28').stroke(colours.gold);
	doc.lineWidth(4).strokeOpacity(0.5).path('M-34-60v44M34-60v44').stroke(colours.roof).strokeOpacity(1);
}

function drawRice(doc: Paper): void {
	doc.path('M-150 152q180-30 282-6 34 8 20 34h-302zM550 140q-180-10-280 12-20 8-14 28h294z').fill(colours.rice);
	doc.save().lineCap('round').lineWidth(4).dash(1, { space: 10 });
	doc.path('M-140 162q140-16 268-2M280 160q120-12 262-8M-140 174q140-12 264-2M282 172l260-8').stroke(colours.seedling);
	doc.restore();
}

/** What the mark of the house is made of, on its leaf and under its star: 44 × 44 units. */
export const logo: readonly [path: string, colour: string][] = [
	['M0 30q12-8 24-4t20-2v20H0z', colours.rice],
	['M14 44c6-6 14-7 11-11s-6-4-2-7h3c-3 3 5 4 6 8s-4 7-5 10z', colours.road]
];

/** The mark of the house, 44 × 44 units. */
export function drawLogo(doc: Paper): void {
	doc.save().roundedRect(0, 0, 44, 44, 12).clip();
	doc.rect(0, 0, 44, 44).fill(colours.leaf);
	for (const [path, colour] of logo) doc.path(path).fill(colour);
	doc.restore();
	drawAt(doc, { x: 24, y: 15, scale: 19 }, () => doc.path(star).fill(colours.gold));
}
