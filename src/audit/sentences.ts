import { say, type Lang, type Values } from '../platform/messages/index.ts';
import { auditActions } from './actions.ts';

/** An act in words, and what more is known of it. */
export interface Told {
	title: string;
	more: string | null;
}

/** What an entry says, in the reader's language; an act that this release doesn't know is told by its code. */
export function tell(lang: Lang, action: string, details: string): Told {
	const key = `audit.${action}`;
	const title = say(lang, key);
	if (title === key) return { title: say(lang, 'audit.other-act', { code: action }), more: null };
	const more = `${key}.more`;
	const sentence = say(lang, more, valuesOf(details));
	return { title, more: sentence === more ? null : sentence };
}

/** Every act there is with its words, for choosing one. */
export function allActions(lang: Lang): { code: string; title: string }[] {
	return auditActions.map((code) => ({ code, title: say(lang, `audit.${code}`) }));
}

/** The details as a message takes them: `true` is `yes`. */
function valuesOf(details: string): Values {
	const named = JSON.parse(details) as Record<string, string | number | boolean | null>;
	return Object.fromEntries(
		Object.entries(named).map(([name, value]) => {
			if (typeof value === 'boolean') return [name, value ? 'yes' : 'no'];
			return [name, value ?? ''];
		})
	);
}
