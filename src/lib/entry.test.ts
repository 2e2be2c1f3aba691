import { expect, it } from 'vitest';
import { refusedOrOut, turnAway } from './entry.ts';

const ended = {
	ok: false as const,
	status: 401,
	problem: { code: 'identity.session-ended', message: 'over', fields: {}, extra: {} }
};

it('whoever was signed out elsewhere is led to the sign-in page, and back afterwards', () => {
	const url = new URL('http://site.invalid/en/cua-toi/danh-tinh?a=b');
	const location = '/en/dang-nhap?tiep=%2Fen%2Fcua-toi%2Fdanh-tinh%3Fa%3Db&het=1';
	expect(() => turnAway(url, ended)).toThrow(expect.objectContaining({ status: 303, location }));
	const after = '/en/dang-nhap?tiep=%2Fen%2Fcua-toi%2Fdanh-tinh&het=1';
	expect(() => refusedOrOut(url, ended, {})).toThrow(expect.objectContaining({ status: 303, location: after }));
});
