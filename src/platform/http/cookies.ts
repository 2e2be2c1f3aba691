import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '../config.ts';

/** How every cookie of the site is set: out of reach of scripts and other sites, and over https only where there is https. */
export function cookieOptions(config: Config, maxAgeSeconds?: number): CookieSerializeOptions {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: config.origin.startsWith('https:'),
		...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds })
	};
}
