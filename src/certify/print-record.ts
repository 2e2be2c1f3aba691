import { dayInVietNam } from '../platform/clock.ts';
import type { Actor } from '../platform/actor.ts';
import type { CertifyHouse } from './certify-house.ts';
import type { Press } from './paper/press.ts';
import type { StoredRecord } from './queries.ts';
import { getVisibleRecord } from './read-records.ts';
import type { Sheet } from './paper/sheet.ts';
import { roomFor } from './seal/seal.ts';
import type { Sealer } from './seal/sealer.ts';
import { codeUrl, verifyUrl, waysOf } from './views.ts';

const englishDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'long' });

/** A record on paper, for who may read it, in the language of the request; the name and the course stay as signed. */
export async function printRecord(
	house: CertifyHouse & { press: Press; sealer: Sealer },
	actor: Actor,
	code: string
): Promise<{ code: string; pdf: Buffer }> {
	const record = await getVisibleRecord(house, actor, code);
	const seal = await house.sealer.current();
	const place = seal && { at: house.clock.now().toISOString(), room: roomFor(seal) };
	const sheet: Sheet = { ...sheetOf(house, record, actor.lang), seal: place };
	return { code: record.code, pdf: await house.press.print(sheet, seal) };
}

function sheetOf({ config, catalog }: CertifyHouse, record: StoredRecord, lang: Actor['lang']): Omit<Sheet, 'seal'> {
	const { code, name, courseTitle, courseVersion, score, total, keyId, issuedAt, completedAt } = record;
	const day = (instant: Date) => (lang === 'vi' ? vietnameseDay(instant) : englishDay.format(instant));
	const translated = lang === 'vi' || record.kind !== 'course' ? null : catalog.course(record.courseId, lang);
	return {
		lang,
		code,
		name,
		courseTitle,
		courseSubtitle: translated?.translated ? translated.title : null,
		courseVersion,
		skills: record.skills.map(({ code, name }) => (lang === 'vi' ? name : (catalog.skill(code, lang)?.name ?? name))),
		score,
		total,
		completedOn: day(completedAt),
		issuedOn: day(issuedAt),
		verifyUrl: verifyUrl(config, code),
		codeUrl: codeUrl(config, record),
		verifyPage: verifyUrl(config, '').replace(/^https?:\/\/|\/$/g, ''),
		keyId,
		issuedAt: issuedAt.toISOString(),
		kind: record.kind,
		how: waysOf(record),
		nameChecked: record.nameChecked === true,
		mark: markOf(record)
	};
}

function markOf({ withdrawnAt, replacedBy, simulated }: StoredRecord): Sheet['mark'] {
	if (replacedBy) return 'replaced';
	if (withdrawnAt) return 'withdrawn';
	return simulated ? 'simulated' : null;
}

/** 22/11/2026 */
function vietnameseDay(instant: Date): string {
	return dayInVietNam(instant).split('-').reverse().join('/');
}
