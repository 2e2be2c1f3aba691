import { rotateKey } from '../certify/index.ts';
import { systemClock } from '../platform/clock.ts';
import { ConfigError, makeDataDir, readConfig } from '../platform/config.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';

/** npm run keys:rotate: a new signing key on purpose. Running servers take it up with the next record they issue. */
async function main(): Promise<void> {
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const { id, file, retired } = await rotateKey({ store, clock: systemClock, config, secrets: openSecrets(config) });
		process.stdout.write(
			[
				'',
				`  Khóa ký mới / new signing key:  ${id}`,
				...(retired
					? [`  Khóa nghỉ / retired key:        ${retired} (giấy đã ký vẫn có hiệu lực / its records stay valid)`]
					: []),
				'',
				'  Sao lưu ngay tệp này, cất ngoài máy / back up this file now, away from this machine:',
				`    ${file}`,
				'  Nhiều máy chủ dùng chung cơ sở dữ liệu: chép tệp này vào DATA_DIR/keys của từng máy (quyền 0600).',
				'  Where several servers share the database, copy it to DATA_DIR/keys of each (rights 0600).',
				'',
				''
			].join('\n')
		);
	} finally {
		await store.close();
	}
}

/** What the disk said, in words that tell that nothing has changed. */
function told(error: unknown): string {
	if (error instanceof ConfigError) return error.message;
	const { code, path, message } = error as NodeJS.ErrnoException;
	const why = code && path ? `${code} ${path}` : message;
	return `Chưa đổi được khóa, khóa cũ vẫn dùng / the key was not changed, the old one stays in use: ${why}`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${told(error)}\n`);
	process.exit(1);
});
