import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, newUsername, signUp } from './people.ts';

const sponsor = 'doan-thanh-nien';

/** A team of a village of the sample commune, with an invitation to it; the administrator of the country made both. */
export async function makeTeam(context: BrowserContext): Promise<{ id: string; name: string; code: string }> {
	await asAdministrator(context);
	const name = `Tổ thôn Thượng ${newUsername()}`;
	const team = { kind: 'cong-nghe-so', name, placeId: 'mau-dong-sen-thuong' };
	const { id } = await callApi<{ id: string }>(context, '/teams', team);
	const { code } = await callApi<{ code: string }>(context, `/teams/${id}/invitations`, {});
	return { id, name, code };
}

/** Somebody new in this browser, who has come into a team and is no more than a helper there. */
export async function asTeamMember(context: BrowserContext): Promise<{ id: string; memberId: string }> {
	const { id, code } = await makeTeam(context);
	await context.clearCookies();
	await signUp(context, 'Trần Thị Tổ Viên');
	const more = { sponsorWords: 'chi đoàn thôn Thượng', area: 'xóm trên, số nhà 1–40', phone: '0912345678' };
	await callApi(context, '/team-memberships', { code, sponsor, ...more });
	const { teams } = await callApi<{ teams: { id: string; mine: { id: string } | null }[] }>(context, '/teams');
	return { id, memberId: teams.find((team) => team.id === id)?.mine?.id ?? '' };
}

/** A team with somebody in it, seen by the administrator again. */
export async function withMember(context: BrowserContext): Promise<{ id: string; memberId: string }> {
	const made = await asTeamMember(context);
	await context.clearCookies();
	await asAdministrator(context);
	return made;
}
