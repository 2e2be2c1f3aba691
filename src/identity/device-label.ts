const kinds: readonly [RegExp, string][] = [
	[/iPad/, 'ipad'],
	[/iPhone|iPod/, 'iphone'],
	[/Android.*Mobile/, 'android-phone'],
	[/Android/, 'android-tablet'],
	[/Windows/, 'windows'],
	[/Macintosh/, 'mac'],
	[/CrOS/, 'chromebook'],
	[/Linux|X11/, 'linux']
];

/** Browsers that call themselves others too stand before those. */
const browsers: readonly [RegExp, string][] = [
	[/Zalo/i, 'zalo'],
	[/FBAN|FBAV|FB_IAB/, 'facebook'],
	[/coc_coc/i, 'coccoc'],
	[/SamsungBrowser/, 'samsung'],
	[/UCBrowser/, 'uc'],
	[/OPR|Opera|OPiOS/, 'opera'],
	[/Edg/, 'edge'],
	[/Firefox|FxiOS/, 'firefox'],
	[/Chrome|CriOS/, 'chrome'],
	[/Safari/, 'safari']
];

/**
 * A device as its owner would call it, as two keys of the catalogue: `android-phone chrome` is
 * "Điện thoại Android, Chrome". No versions, nothing to recognise a person by.
 */
export function deviceLabel(userAgent: string | undefined): string {
	const text = (userAgent ?? '').slice(0, 500);
	const match = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(text))?.[1];
	return [match(kinds) ?? 'other', match(browsers)].filter(Boolean).join(' ');
}
