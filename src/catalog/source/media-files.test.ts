import { expect, it } from 'vitest';
import { imageSize } from './image-size.ts';
import { dangerIn, mediaFiles } from './media-files.ts';

const bytes = (...parts: (string | number[])[]) =>
	Uint8Array.from(
		parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part))
	);

it.each([
	['image/svg+xml', bytes('<svg viewBox="0 0 24 12">'), { width: 24, height: 12 }],
	['image/svg+xml', bytes('<svg width="300px" height="200">'), { width: 300, height: 200 }],
	['image/svg+xml', bytes('<svg>'), null],
	[
		'image/png',
		bytes([137], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 0, 0, 0, 0, 9]),
		{ width: 256, height: 9 }
	],
	['image/png', bytes('cut'), null],
	['image/jpeg', bytes([255, 216, 255, 224, 0, 4, 0, 0, 255, 192, 0, 11, 8, 0, 7, 1, 0]), { width: 256, height: 7 }],
	[
		'image/webp',
		bytes('RIFF', [0, 0, 0, 0], 'WEBP', 'VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]),
		{ width: 100, height: 50 }
	],
	['video/mp4', bytes('film'), null]
])('reads the size of a %s', (type, file, size) => {
	expect(imageSize(type, file)).toEqual(size);
});

it.each([
	['<svg><script>1</script></svg>', 'script'],
	['<svg onload="x()"></svg>', 'onload'],
	['<svg><a href="javascript:x()"/></svg>', 'javascript'],
	['<svg><foreignObject/></svg>', 'foreignObject'],
	['<svg><image href="https://evil.example/x.png"/></svg>', 'https://evil.example/x.png'],
	['<svg><style>@import "x"</style></svg>', '@import'],
	['<svg><rect fill="url(https://evil.example)"/></svg>', 'https://evil.example'],
	['<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', 'DOCTYPE'],
	['<svg><a-b:script xmlns:a-b="http://www.w3.org/2000/svg">1</a-b:script></svg>', 'script'],
	['<svg><a><set attributeName="href" to="java&#x73;cript:x()"/></a></svg>', 'href'],
	['<svg><text title="java&#115;cript:x()"/></svg>', 'javascript'],
	['<svg><\u001B(Bscript>1</script></svg>', '\u001B'],
	['<?xml version="1.0" encoding="ISO-2022-JP"?><svg/>', 'ISO-2022-JP'],
	['<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:form/></svg>', '1999/xhtml'],
	['<?xml version="1.0" encoding="UTF-8"?>\n<svg/>', null],
	['<svg><rect fill="url(#a)"/><use href="#b"/><text>Làm ngay</text></svg>', null]
])('looks into %s', (svg, danger) => {
	expect(dangerIn(svg)).toBe(danger);
});

it('names files after their bytes, in letters that suit an address', () => {
	const [file] = mediaFiles(new Map([['media/Ảnh Đẹp (1).PNG', bytes('x')]])).values();
	expect(file?.name).toMatch(/^[0-9a-f]{16}-anh-dep-1-\.png$/);
	expect(
		mediaFiles(
			new Map([
				['media/x.exe', bytes('x')],
				['media/x.html', bytes('x')]
			])
		).size
	).toBe(0);
});

it('shows no drawing in another encoding, which a browser might read in another way than it was checked', () => {
	const utf16 = Uint8Array.from(Buffer.from('<svg><script>1</script></svg>', 'utf16le'));
	const [file] = mediaFiles(new Map([['media/x.svg', utf16]])).values();
	expect(file?.danger).not.toBeNull();
});
