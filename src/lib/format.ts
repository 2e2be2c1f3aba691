import type { Lang } from './language.ts';

const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	day: '2-digit',
	month: '2-digit',
	year: 'numeric'
});
const timeFormat = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});
const numberFormats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** An instant as the day it is in Viet Nam: 22/11/2026. A bare day (2026-11-22) or month (2026-11) stays what it is. */
export function formatDay(value: string): string {
	const bare = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
	if (bare) return bare.slice(1).filter(Boolean).reverse().join('/');
	return dayFormat.format(new Date(value));
}

/** An instant as clock time in Viet Nam: 14:05. */
export function timeInVietNam(value: string): string {
	return timeFormat.format(new Date(value));
}

/** 14:05, 22/11/2026 */
export function formatMoment(value: string): string {
	return `${timeInVietNam(value)}, ${formatDay(value)}`;
}

/** 1.234.567 in Vietnamese, 1,234,567 in English. */
export function formatNumber(value: number, lang: Lang = 'vi'): string {
	return numberFormats[lang].format(value);
}

/** 85%, without a gap, as the house writes it. */
export function formatPercent(value: number, lang: Lang = 'vi'): string {
	return `${formatNumber(Math.round(value), lang)}%`;
}
