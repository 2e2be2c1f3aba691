import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';

/** The only file that reads `process.env`. Everything has a default that works on a laptop. */
const Settings = Type.Object({
	PORT: Type.String({ pattern: '^[0-9]{1,5}$', default: '3000' }),
	HOST: Type.String({ minLength: 1, default: '0.0.0.0' }),
	/** Where the SQLite database, the keys and later the files lie. */
	DATA_DIR: Type.String({ minLength: 1, default: 'data' }),
	CONTENT_DIR: Type.String({ minLength: 1, default: 'content' }),
	/** Exam questions kept outside the repository. */
	EXAM_BANK_DIR: Type.Optional(Type.String({ minLength: 1 })),
	/** The address people type, e.g. `https://hocso.example.vn`; form posts from elsewhere are refused. */
	ORIGIN: Type.Optional(Type.String({ pattern: '^https?://[^/]+$' })),
	/** `postgres://…`; without it SQLite is used. */
	DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
	/**
	 * Addresses or ranges of the proxies in front, separated by commas. Where a proxy beside this server is not named,
	 * everybody seems to come from its address: then nothing is limited per address, only per account and device.
	 */
	TRUSTED_PROXIES: Type.Optional(Type.String()),
	/** At least 32 characters; needed where several processes serve one site. Otherwise made once in DATA_DIR/keys. */
	SESSION_SECRET: Type.Optional(Type.String({ minLength: 32 })),
	/** Encrypts the keys in backups; at least 12 characters. Without it backups are made without the keys. */
	BACKUP_PASSPHRASE: Type.Optional(Type.String({ minLength: 12 })),
	/** The OpenID provider to sign in through; without it no page offers that. http only on this machine. */
	VNEID_ISSUER: Type.Optional(
		Type.String({ pattern: '^(https://[^/]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)(/.*)?$' })
	),
	VNEID_CLIENT_ID: Type.Optional(Type.String({ minLength: 1 })),
	VNEID_CLIENT_SECRET: Type.Optional(Type.String({ minLength: 1 })),
	VNEID_SCOPE: Type.String({ pattern: '^openid( [\\w:.-]+)*$', default: 'openid profile' }),
	/** Under which names the provider tells what is asked for. */
	VNEID_CLAIMS: Type.String({
		pattern: '^((number|name|birth|level|guardian)=[\\w:./-]+(,|$))+$',
		default: 'number=SoDinhDanh,name=HoVaTen,birth=NgaySinh,level=MucDo,guardian=NguoiGiamHo'
	}),
	/** The register that confirms records; without it nothing is sent to any. http only on this machine. */
	REGISTER_URL: Type.Optional(
		Type.String({ pattern: '^(https://[^/?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)$' })
	),
	/** The public key by which its answers are known (Ed25519, 43 signs of base64url). */
	REGISTER_KEY: Type.Optional(Type.String({ pattern: '^[\\w-]{43}$' })),
	/** The server that reminders are mailed through, `smtp://…` or `smtps://…`; without it none are mailed. */
	SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://[^/\\s]+/?$' })),
	/** Whom that mail is from. */
	MAIL_FROM: Type.Optional(Type.String({ pattern: '^[^\\r\\n]*[^\\s@<>]+@[^\\s@<>]+>?$' })),
	/** `on`: a site that others reach may use stand-ins; everything they vouch for is marked as simulated. */
	STANDINS: Type.String({ pattern: '^(on|off)$', default: 'off' }),
	/** Where `/metrics` is served; nowhere without it. */
	METRICS_PORT: Type.Optional(Type.String({ pattern: '^[0-9]{1,5}$' })),
	/** For whom: this machine alone, unless an address of a network of one's own is given. */
	METRICS_HOST: Type.String({ minLength: 1, default: '127.0.0.1' }),
	/** How long `/readyz` says "closing" before the last requests are taken: as long as the balancer in front needs to see it. */
	DRAIN_SECONDS: Type.String({ pattern: '^[0-9]{1,2}$', default: '0' }),
	LOG_LEVEL: Type.String({ pattern: '^(fatal|error|warn|info|debug|silent)$', default: 'info' })
});

/** The variables that are read; nothing else is. */
export const settingNames: readonly string[] = Object.keys(Settings.properties);

/** The provider to sign in through, and how it speaks. */
export interface VneidConfig {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly scope: string;
	readonly claims: Readonly<Record<'number' | 'name' | 'birth' | 'level' | 'guardian', string>>;
}

/** The register that confirms records, and the key by which its answers are known. */
export interface RegisterConfig {
	readonly url: string;
	readonly key: string;
}

/** Through which server mail goes out, and from whom. */
interface MailConfig {
	readonly url: string;
	readonly from: string;
}

export interface Config {
	readonly port: number;
	readonly host: string;
	readonly dataDir: string;
	readonly contentDir: string;
	readonly examBankDir: string | null;
	/** The public origin; where ORIGIN is not set, a guess that fits a laptop. */
	readonly origin: string;
	/** False where ORIGIN is not set: then any address this server answers under is taken as its own. */
	readonly originGiven: boolean;
	readonly databaseUrl: string | null;
	readonly trustedProxies: string[] | false;
	readonly sessionSecret: string | null;
	readonly backupPassphrase: string | null;
	readonly vneid: VneidConfig | null;
	readonly register: RegisterConfig | null;
	readonly mail: MailConfig | null;
	/** Whether a provider that says of itself that it is a stand-in may be used. */
	readonly standInsAllowed: boolean;
	readonly metricsPort: number | null;
	readonly metricsHost: string;
	readonly drainMs: number;
	readonly logLevel: string;
}

/** Which database this process speaks; chosen once, before any table is declared. */
export const dialect: 'sqlite' | 'postgres' = process.env.DATABASE_URL?.startsWith('postgres') ? 'postgres' : 'sqlite';

/** A setting that can't be used, said in words that name the variable. */
export class ConfigError extends Error {}

/** Settings that mean something only with each other. */
const together = [
	['REGISTER_URL', 'REGISTER_KEY'],
	['SMTP_URL', 'MAIL_FROM']
] as const;

/** Reads and checks the settings; throws a ConfigError that names every wrong one. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
	const given = Object.fromEntries(
		settingNames.filter((name) => env[name] !== undefined && env[name] !== '').map((name) => [name, env[name]])
	);
	const settings = Value.Default(Settings, given);
	const faults = Value.Errors(Settings, settings).map((e) => e.instancePath.slice(1));
	const { PORT, METRICS_PORT, VNEID_ISSUER, ...others } = settings as Static<typeof Settings>;
	if (VNEID_ISSUER !== undefined)
		faults.push(...(['VNEID_CLIENT_ID', 'VNEID_CLIENT_SECRET'] as const).filter((name) => others[name] === undefined));
	for (const [one, other] of together)
		if ((others[one] === undefined) !== (others[other] === undefined))
			faults.push(others[one] === undefined ? one : other);
	if (Number(PORT) > 65535) faults.push('PORT');
	if (Number(METRICS_PORT ?? 0) > 65535) faults.push('METRICS_PORT');
	if (faults.length > 0) {
		const names = [...new Set(faults)].join(', ');
		throw new ConfigError(
			`Cài đặt chưa đúng: ${names}. Xem mục cấu hình trong README.md. / Wrong setting: ${names}. See README.md.`
		);
	}
	return configFrom(settings as Static<typeof Settings>);
}

function configFrom(settings: Static<typeof Settings>): Config {
	const port = Number(settings.PORT);
	return Object.freeze({
		port,
		host: settings.HOST,
		dataDir: resolve(settings.DATA_DIR),
		contentDir: resolve(settings.CONTENT_DIR),
		examBankDir: settings.EXAM_BANK_DIR ? resolve(settings.EXAM_BANK_DIR) : null,
		origin: settings.ORIGIN ?? `http://localhost:${port}`,
		originGiven: settings.ORIGIN !== undefined,
		databaseUrl: orNull(settings.DATABASE_URL),
		trustedProxies:
			settings.TRUSTED_PROXIES?.split(',')
				.map((each) => each.trim())
				.filter(Boolean) ?? false,
		sessionSecret: orNull(settings.SESSION_SECRET),
		backupPassphrase: orNull(settings.BACKUP_PASSPHRASE),
		vneid: vneidFrom(settings),
		register: registerFrom(settings),
		mail: mailFrom(settings),
		standInsAllowed: settings.STANDINS === 'on' || isLoopback(settings.ORIGIN ?? 'http://localhost'),
		metricsPort: settings.METRICS_PORT ? Number(settings.METRICS_PORT) : null,
		metricsHost: settings.METRICS_HOST,
		drainMs: Number(settings.DRAIN_SECONDS) * 1000,
		logLevel: settings.LOG_LEVEL
	});
}

function registerFrom({ REGISTER_URL: url, REGISTER_KEY: key }: Static<typeof Settings>): RegisterConfig | null {
	return url !== undefined && key !== undefined ? { url, key } : null;
}

function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: Static<typeof Settings>): MailConfig | null {
	return url !== undefined && from !== undefined ? { url, from } : null;
}

const orNull = (given: string | undefined) => given ?? null;

function vneidFrom(settings: Static<typeof Settings>): VneidConfig | null {
	const { VNEID_ISSUER: issuer, VNEID_CLIENT_ID: clientId = '', VNEID_CLIENT_SECRET: clientSecret = '' } = settings;
	if (issuer === undefined) return null;
	const given = Object.fromEntries(settings.VNEID_CLAIMS.split(',').map((each) => each.split('=')));
	const usual = { number: 'sub', name: 'name', birth: 'birthdate', level: 'acr', guardian: 'guardian' };
	return { issuer, clientId, clientSecret, scope: settings.VNEID_SCOPE, claims: { ...usual, ...given } };
}

const isLoopback = (origin: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);

/** Makes the data folder, readable by its owner alone. */
export function makeDataDir(config: Config): void {
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
}
