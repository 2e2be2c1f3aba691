import type { Lang } from '$lib/language.ts';

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
