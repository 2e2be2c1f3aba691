import type { Lang } from '$lib/language.ts';
import type { LateAnswer } from '$lib/whose-form.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
			/** The page has been told when it is worth another try. */
			waits?: boolean;
		}
		interface Error {
			message: string;
			code?: string;
			/** An answer of somebody else than who learns here now. */
			late?: LateAnswer;
		}
		interface Platform {
			/** The id under which the server logs this request. */
			requestId: string;
		}
		interface PageData {
			lang: Lang;
		}
	}
}

export {};
