import cookie, { type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config.ts';

type Cookies = Record<string, string | undefined>;
type Where = Pick<Config, 'origin'>;

/** A cookie to send: it is kept for `maxAge` seconds. */
export interface Cookie {
	name: string;
	value: string;
	maxAge: number;
}

const isHttps = ({ origin }: Where) => origin.startsWith('https:');

/**
 * What the browser calls a cookie. Over https it keeps a name that begins with `__Host-` only where this very host sent
 * it: a neighbour under the same domain can't put another session or device in its place (RFC 6265bis, 4.1.3.2).
 */
const prefix = '__Host-';
const inBrowser = (where: Where, name: string) => (isHttps(where) ? prefix + name : name);

/** Lets every request know the site's own cookies, by their plain names. */
export async function registerCookies(app: FastifyInstance, where: Where): Promise<void> {
	await app.register(cookie);
	app.addHook('onRequest', async (request) => void (request.cookies = ownCookies(where, request.cookies)));
}

/** Reads the site's own cookies in a Cookie header. */
export function cookieParser(app: FastifyInstance, where: Where): (header: string) => Cookies {
	return (header) => ownCookies(where, app.parseCookie(header));
}

/** The site's own cookies by their plain names; over https without those that anyone may have put there. */
function ownCookies(where: Where, cookies: Cookies): Cookies {
	if (!isHttps(where)) return cookies;
	const own = Object.entries(cookies).filter(([name]) => name.startsWith(prefix));
	return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** Sends a cookie with an answer. */
export function sendCookie(reply: FastifyReply, where: Where, { name, value, maxAge }: Cookie): void {
	void reply.setCookie(inBrowser(where, name), value, { ...optionsFor(where), maxAge });
}

/** Takes a cookie back. */
export function takeCookieBack(reply: FastifyReply, where: Where, name: string): void {
	void reply.clearCookie(inBrowser(where, name), optionsFor(where));
}

/** The line by which a cookie is sent where there is no reply yet. */
export function cookieLine(where: Where, { name, value, maxAge }: Cookie): string {
	const secure = isHttps(where) ? '; Secure' : '';
	return `${inBrowser(where, name)}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** Out of reach of scripts and other sites, and over https only where there is https. */
function optionsFor(where: Where): CookieSerializeOptions {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(where) };
}
