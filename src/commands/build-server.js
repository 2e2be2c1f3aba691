// Bundles the server and the commands to build/server; packages stay outside the bundle.
import { build } from 'esbuild';

await build({
	entryPoints: {
		main: 'src/main.ts',
		'calibrate-worker': 'src/assess/scale/calibration/calibrate-worker.ts',
		'pdf-worker': 'src/certify/paper/pdf-worker.ts',
		'exchange-worker': 'src/exchange/desk/exchange-worker.ts',
		'table-worker': 'src/assign/imports/table-worker.ts',
		'xlsx-worker': 'src/assign/board/xlsx-worker.ts',
		'content-check': 'src/commands/content-check.ts',
		'keys-rotate': 'src/commands/keys-rotate.ts',
		'keys-stolen': 'src/commands/keys-stolen.ts',
		'keys-certificate': 'src/commands/keys-certificate.ts',
		'audit-check': 'src/commands/audit-check.ts',
		retention: 'src/commands/retention.ts',
		demo: 'src/commands/demo.ts',
		affected: 'src/commands/affected.ts',
		backup: 'src/commands/backup.ts',
		restore: 'src/commands/restore.ts',
		move: 'src/commands/move.ts',
		'assess-simulate': 'src/commands/assess-simulate.ts',
		'standin-vneid': 'src/standins/vneid/main.ts',
		'standin-register': 'src/standins/register/main.ts',
		'standin-mail': 'src/standins/mail/main.ts',
		'register-key': 'src/commands/register-key.ts',
		'identities-rotate': 'src/commands/identities-rotate.ts',
		'items-calibrate': 'src/commands/items-calibrate.ts',
		'questions-export': 'src/commands/questions-export.ts',
		'questions-import': 'src/commands/questions-import.ts'
	},
	outdir: 'build/server',
	bundle: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	packages: 'external',
	sourcemap: true,
	logLevel: 'warning'
});
