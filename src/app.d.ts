import type { Lang } from '$lib/language.ts';

declare global {
	namespace App {
		interface Locals {
			lang: Lang;
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
