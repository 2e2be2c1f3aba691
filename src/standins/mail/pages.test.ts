import { expect, it } from 'vitest';
import { mailPage, readable } from './pages.ts';
import { readSettings } from './settings.ts';

it('reads a mail as a mail program does, and lets nothing in it run', () => {
	const subject = `=?UTF-8?B?${Buffer.from('Nhắc việc học').toString('base64')}?=`;
	const source = `To: lan@xa.example\r\nSubject: ${subject}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCh=C3=A0o <b>Lan</b>, h=\r\n=E1=BB=8Dc ti=E1=BA=BFp`;
	const mail = readable(source);
	expect(mail).toEqual({ to: 'lan@xa.example', subject: 'Nhắc việc học', text: 'Chào <b>Lan</b>, học tiếp' });
	expect(mailPage([mail])).not.toContain('<b>');
});

it('plays for a site on this machine only, unless it is told that more is meant', () => {
	expect(readSettings({})).toEqual({ port: 2525, pagePort: 3300, site: 'http://localhost:3000' });
	expect(() => readSettings({ ORIGIN: 'https://hoc.example.vn' })).toThrow('STANDINS=on');
});
