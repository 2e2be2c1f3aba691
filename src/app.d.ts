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
		interface PageData {
			lang: Lang;
		}
	}
}

export {};
