import type { BrowserContext } from '@playwright/test';
import { atHome, writeHomeDown } from './families.ts';
import { finishFieldLesson } from './field-lesson.ts';
import { asAdministrator, signUp } from './people.ts';
import { asTeamMember, withMember } from './teams.ts';
import { logHelp } from './visits.ts';

type Scene = (context: BrowserContext) => Promise<string>;

/** The pages of teams, visits and families, and how to get to where each can be seen. */
export const teamScenes: Record<string, Scene> = {};

const after = (prepare: (context: BrowserContext) => Promise<unknown>, as: string, paths: string[]) => {
	for (const path of paths)
		teamScenes[`${path} (${as})`] = async (context) => {
			await prepare(context);
			return path;
		};
};
const trained = async (context: BrowserContext) => {
	await asTeamMember(context);
	await finishFieldLesson(context);
};

const teams = ['/to-cong-nghe', '/to-cong-nghe/moi', '/en/to-cong-nghe/moi?tim=dong', '/to-cong-nghe/vao'];
after(withMember, 'administrator', teams);
const counts = ['', '?ngay=2026-04-30', '?ngay=x'].map((rest) => `/to-cong-nghe/so-nguoi${rest}`);
after(asAdministrator, 'administrator', counts);
after(asTeamMember, 'a member', ['/to-cong-nghe']);
after(asTeamMember, 'the lesson comes first', ['/nguoi-hoc']);
after(trained, 'the lesson is finished', ['/hoc-truoc?tiep=/nguoi-hoc', '/quay-huong-dan']);
for (const rest of ['', '/sua', '/gio-cong', '/gio-cong?thang=2020-01', '/gio-cong?thang=x'])
	teamScenes[`a team${rest}`] = async (context) => `/to-cong-nghe/${(await withMember(context)).id}${rest}`;
teamScenes['a member of a team'] = async (context) => {
	const { id, memberId } = await withMember(context);
	return `/to-cong-nghe/${id}/nguoi/${memberId}`;
};

const village = '/lap-dia-ban/thon/mau-dong-sen-thuong';
const villages = ['/lap-dia-ban/thon', '/en/lap-dia-ban/thon?tim=khong-co', village, `${village}?vao=mau-dong-sen-ha`];
after(asAdministrator, 'administrator', villages);

const logs = ['/tham-nha', '/en/tham-nha?tim=dong', '/quay-huong-dan', '/en/quay-huong-dan'];
after(logHelp, 'administrator', logs);
for (const kind of ['visit', 'desk'] as const)
	teamScenes[`a ${kind} to correct`] = async (context) => `/tham-nha/${(await logHelp(context))[kind]}`;

after(signUp, 'in no household', ['/gia-dinh', '/en/gia-dinh']);
after(atHome, 'at home', ['/gia-dinh']);
after(writeHomeDown, 'administrator', ['/gia-dinh/thon', '/en/gia-dinh/thon?tim=dong']);
teamScenes['a household of the village'] = async (context) => `/gia-dinh/thon/${await writeHomeDown(context)}?xong=moi`;
