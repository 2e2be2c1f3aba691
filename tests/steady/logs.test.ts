import { expect, it } from 'vitest';
import { rightOption, SocketPhone } from './support/a-phone.ts';
import { aWholeServer, someSettings } from './support/a-server.ts';

const person = {
	name: 'Nguyễn Thị Lan Hương',
	birthYear: 1964,
	phone: '0912345678',
	username: 'lanhuong.thu',
	password: 'con trâu đi trước'
};

const form = (fields: Record<string, string>) => ({
	type: 'application/x-www-form-urlencoded',
	text: new URLSearchParams(fields).toString()
});

it('logs every answer with its request id, and never anything about a person', async () => {
	const settings = await someSettings({ LOG_LEVEL: 'debug' });
	const server = aWholeServer(settings);
	await server.start();
	const phone = new SocketPhone(settings.url);
	const tokens = new Set<string>();
	const note = () => phone.cookies.forEach((value) => value.length > 12 && tokens.add(value));
	const call = async (method: string, path: string, body?: unknown) => {
		const answer = await phone.call(method, path, body);
		note();
		return answer;
	};

	await phone.send('GET', '/khoa-hoc/thu/giu-ma?tu=nguoi-la');
	await call('POST', '/courses/thu/lessons/giu-ma/answers', { questionId: 'giu-ma-1', optionId: 'a' });
	expect((await call('POST', '/accounts', person)).status).toBe(201);
	await call('POST', '/accounts', { ...person, birthYear: 'x' });
	expect((await call('POST', '/accounts', person)).status).toBeGreaterThanOrEqual(400);
	await phone.send('POST', '/dang-nhap', form({ identifier: person.phone, password: 'không phải mật khẩu' }));
	await phone.send('POST', '/dang-nhap', form({ identifier: person.username, password: person.password }));
	note();
	const { body: attempt } = await call('POST', '/courses/thu/attempts');
	for (const { id } of attempt.questions)
		await call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId: rightOption(id) });
	await call('POST', `/attempts/${attempt.id}/finish`);
	const { status, body: record } = await call('POST', '/records', { attemptId: attempt.id, name: person.name });
	expect(status).toBe(201);
	for (const path of [`/xac-minh/${record.code}`, `/xac-minh?ma=${record.code}`, `/giay-xac-nhan/${record.code}`])
		for (const method of ['GET', 'HEAD', 'PUT', 'POST'])
			await phone.send(method, `${path}${path.includes('?') ? '&' : '?'}ten=${encodeURIComponent(person.name)}`);
	await call('GET', `/verifications/${record.code}?sdt=${person.phone}`);
	await call('GET', `/records/${record.code}/${person.phone}`);
	for (const path of ['/api/%zz', '/mo-lai-tai-khoan?ma=bimatbimat', `/khong-co/${person.phone}`])
		await phone.send('GET', path);
	await phone.send('GET', `/api/records/${record.code}/pdf`);
	await server.end('SIGTERM');

	const lines = server
		.said()
		.split('\n')
		.filter((line) => line.startsWith('{'));
	const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
	const answered = logged.filter(({ msg }) => msg === 'answered');
	expect(answered.length).toBeGreaterThan(30);
	expect(answered.filter(({ reqId }) => typeof reqId !== 'string')).toEqual([]);
	const secrets = [
		person.name,
		'Lan Hương',
		person.phone,
		person.username,
		person.password,
		encodeURIComponent(person.name),
		'không phải mật khẩu',
		record.code,
		record.code.replaceAll('-', ''),
		'bimatbimat',
		'nguoi-la',
		'remoteAddress',
		...tokens
	];
	expect(tokens.size).toBeGreaterThan(2);
	const text = lines.join('\n');
	expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
	expect(logged.filter(({ route }) => String(route ?? '').includes('?'))).toEqual([]);
});
