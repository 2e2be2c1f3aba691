import { bringCertificate, UnusableCertificate } from '../certify/index.ts';
import { systemClock } from '../platform/clock.ts';
import { ConfigError, makeDataDir, readConfig } from '../platform/config.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';

/** npm run keys:certificate [-- FILE.pem]: the certificate that PDFs of records are signed with, brought or made anew. */
async function main(): Promise<void> {
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const house = { store, clock: systemClock, config, secrets: openSecrets(config) };
		tell(await bringCertificate(house, process.argv[2] ?? null));
	} finally {
		await store.close();
	}
}

function tell({ file, standing }: Awaited<ReturnType<typeof bringCertificate>>): void {
	process.stdout.write(
		[
			'',
			`  Chứng thư ký PDF / certificate for PDFs:  ${standing.subject}`,
			`  Người cấp / issued by:                    ${standing.issuer}`,
			`  Hết hạn / ends:                           ${standing.endsAt?.toISOString().slice(0, 10)}`,
			'',
			'  Sao lưu ngay tệp này, cất ngoài máy / back up this file now, away from this machine:',
			`    ${file}`,
			'  Nhiều máy chủ: chép tệp này vào DATA_DIR/keys của từng máy (quyền 0600).',
			'  Where there are several servers, copy it to DATA_DIR/keys of each (rights 0600).',
			'',
			''
		].join('\n')
	);
}

const faults: Record<UnusableCertificate['fault'], string> = {
	unreadable: 'không đọc được tệp / the file cannot be read',
	'open-to-others': 'người khác đọc được khóa / others can read the key',
	'no-key':
		'tệp không có khóa riêng, hoặc khóa còn mật khẩu / no private key in the file, or one locked with a password',
	'no-certificate': 'tệp không có chứng thư / no certificate in the file',
	'wrong-key': 'khóa riêng không thuộc chứng thư nào trong tệp / the private key belongs to none of its certificates',
	'too-weak': 'khóa phải là P-256, hoặc RSA từ 2048 bit / the key must be P-256, or RSA of 2048 bits or more',
	'not-yet': 'chứng thư chưa có hiệu lực / the certificate is not valid yet',
	ended: 'chứng thư đã hết hạn / the certificate has ended'
};

/** What is wrong, in words that tell that nothing has changed. */
function told(error: unknown): string {
	if (error instanceof ConfigError) return error.message;
	const { code, path, message } = error as NodeJS.ErrnoException;
	const why = error instanceof UnusableCertificate ? faults[error.fault] : code && path ? `${code} ${path}` : message;
	return `Chưa đổi chứng thư, vẫn dùng cái cũ / the certificate was not changed, the old one stays in use: ${why}`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${told(error)}\n`);
	process.exit(1);
});
