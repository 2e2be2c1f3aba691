const policy = 'microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()';

/** What the one page that scans codes is allowed. */
export const policyWithCamera = `camera=(self), ${policy}`;

/**
 * The security headers of every answer. `same-origin` as referrer policy, because with `no-referrer` browsers post
 * forms with `Origin: null`, which can't be told from a foreign site's.
 */
export const securityHeaders: Readonly<Record<string, string>> = Object.freeze({
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"media-src 'self'",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': `camera=(), ${policy}`,
	'x-frame-options': 'DENY'
});

/** Told only over https: from then on the browser never asks in the clear. */
export const strictTransport = 'max-age=31536000';
