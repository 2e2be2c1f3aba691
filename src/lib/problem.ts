import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Problem } from './api.ts';
import type { Lang } from './language.ts';
import { say } from '../platform/messages/index.ts';

/** A form that can be seen to be incomplete without asking the API: one field, one sentence (a key of the catalogue). */
export function incomplete<V extends Record<string, unknown>>(
	lang: Lang,
	fault: { field: string; key: string },
	typed: V
): ActionFailure<{ problem: Problem; typed: V }> {
	const fields = { [fault.field]: say(lang, fault.key) };
	return fail(400, { problem: { code: fault.key, message: say(lang, 'platform.invalid'), fields, extra: {} }, typed });
}
