import type { BrowserContext } from '@playwright/test';
import { asAdministrator, signUp } from './people.ts';

type Scene = (context: BrowserContext) => Promise<string>;

/** The pages of who has done what was asked, and how to get to where each can be seen. */
export const assignedScenes: Record<string, Scene> = {};

for (const path of ['/giao-viec/bang', '/en/giao-viec/bang?ai=late', '/giao-viec/nhac', '/en/giao-viec/nhac'])
	assignedScenes[`${path} (administrator)`] = async (context) => {
		await asAdministrator(context);
		return path;
	};
for (const path of ['/viec-duoc-giao/phieu', '/en/viec-duoc-giao/phieu'])
	assignedScenes[`${path} (signed in)`] = async (context) => {
		await signUp(context);
		return path;
	};
