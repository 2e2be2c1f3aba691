import { newId } from '../platform/ids.ts';
import { fold } from '../platform/text.ts';
import type { Chance } from './seeded.ts';

/** How large a made-up province is. */
export interface Scale {
	readonly communes: number;
	readonly villages: number;
	/** In each organisation whose people are officials. */
	readonly officials: number;
	/** In each other organisation. */
	readonly members: number;
}

/** A place as rows keep it, as much as is not the same for all. */
export interface DemoPlace {
	readonly id: string;
	readonly code: string;
	readonly kind: 'commune' | 'village' | 'organisation';
	readonly name: string;
	readonly localKind: string;
	readonly parentId: string;
	readonly path: string;
	readonly organisationKind: string | null;
	readonly sector: string | null;
	readonly answersTo: string | null;
	readonly grade: number | null;
	readonly schoolYear: string | null;
}

/** A commune with what lies in it. */
export interface DemoCommune {
	readonly place: DemoPlace;
	readonly villages: readonly DemoPlace[];
	/** Whose people are officials, the People's Committee first. */
	readonly agencies: readonly DemoPlace[];
	readonly classes: readonly DemoPlace[];
	/** Enterprises, co-operatives and markets. */
	readonly firms: readonly DemoPlace[];
	/** All of them, each after what it lies in. */
	readonly places: readonly DemoPlace[];
}

/** From so many people: two communes for a first look, 102 communes with 3,000 villages for two million. */
export function scaleFor(people: number): Scale {
	const communes = Math.min(102, Math.max(2, Math.round(people / 19_600)));
	const villages = communes === 102 ? 3_000 : communes * 4;
	const officials = Math.max(2, Math.round((people * 0.02) / (communes * agencyNames.length)));
	return { communes, villages, officials, members: Math.max(3, Math.min(300, Math.round(people / communes / 60))) };
}

/** The sample province that every installation has. */
export const province = { id: 'mau', path: '/mau/' };
const top = { organisationKind: null, sector: null, answersTo: null, grade: null, schoolYear: null };

/** The department that all schools of the province answer to, in the matters of their line. */
export const department: DemoPlace = {
	...{ ...top, id: 'mau-so-giao-duc', code: 'so-giao-duc', kind: 'organisation', localKind: 'sở' },
	...{ name: 'Sở Giáo dục và Đào tạo (làm thử)', parentId: province.id, path: '/mau/so-giao-duc/' },
	...{ organisationKind: 'agency', sector: 'education' }
};

const agencyNames = [
	['agency', 'administration', 'Ủy ban nhân dân'],
	['agency', 'administration', 'Trung tâm Phục vụ hành chính công'],
	['agency', 'health', 'Trạm Y tế'],
	['agency', 'police', 'Công an'],
	['agency', 'military', 'Ban Chỉ huy quân sự'],
	['school', 'education', 'Trường Mầm non'],
	['school', 'education', 'Trường Tiểu học'],
	['school', 'education', 'Trường Trung học cơ sở']
] as const;

const firmNames = [
	['enterprise', 'industry', 'Công ty may'],
	['co-operative', 'agriculture', 'Hợp tác xã nông nghiệp'],
	['market', 'industry', 'Chợ']
] as const;

const firstWords = ['Sen', 'Lúa', 'Tre', 'Trúc', 'Mây', 'Suối', 'Gò', 'Bãi', 'Cầu', 'Giếng', 'Đồi', 'Vườn'];
const lastWords = ['Xanh', 'Vàng', 'Thơm', 'Mới', 'Trong', 'Cao', 'Rộng', 'Hiền', 'Biếc'];

/** The sample commune that every installation has, and its neighbours: names that no commune of the country bears. */
export function* communesOf({ communes, villages }: Scale, chance: Chance): Generator<DemoCommune> {
	for (let number = 0; number < communes; number++) {
		const count = Math.floor(((number + 1) * villages) / communes) - Math.floor((number * villages) / communes);
		yield communeOf(number === 0 ? sample : newCommune(number), { villages: count, chance });
	}
}

const sample: DemoPlace = {
	...{ ...top, id: 'mau-dong-sen', code: 'dong-sen', kind: 'commune', name: 'Xã Đồng Sen (xã mẫu, làm thử)' },
	...{ localKind: 'xã', parentId: province.id, path: '/mau/dong-sen/' }
};

function newCommune(number: number): DemoPlace {
	const word = firstWords[number % firstWords.length];
	const name = `Xã ${word} ${lastWords[Math.floor(number / firstWords.length) % lastWords.length]} (làm thử)`;
	const code = `mau-${String(number).padStart(3, '0')}`;
	return {
		...{ ...top, id: newId(), code, kind: 'commune', name, localKind: 'xã' },
		...{ parentId: province.id, path: `${province.path}${code}/` }
	};
}

function communeOf(place: DemoPlace, { villages, chance }: { villages: number; chance: Chance }): DemoCommune {
	const inside = (
		part: Partial<DemoPlace> & Pick<DemoPlace, 'code' | 'kind' | 'name' | 'localKind'>,
		parent = place
	) => ({
		...{ ...top, id: newId(), parentId: parent.id, path: `${parent.path}${part.code}/` },
		...part
	});
	const organisation = ([organisationKind, sector, kind]: readonly string[], i: number) =>
		inside({
			...{ code: `${fold(kind ?? '').replaceAll(' ', '-')}-${i}`, kind: 'organisation', localKind: 'đơn vị' },
			...{ name: `${kind} ${place.name}`, organisationKind, sector },
			answersTo: sector === 'education' ? department.id : null
		});
	const hamlets = Array.from({ length: villages }, (_, i) =>
		inside({ code: `t${i + 1}`, kind: 'village', name: `Thôn ${chance.pick(firstWords)} ${i + 1}`, localKind: 'thôn' })
	);
	const agencies = agencyNames.map(organisation);
	const firms = firmNames.map((each, i) => organisation(each, agencies.length + i));
	const school = agencies.at(-1);
	const classes = [6, 7, 8, 9].map((grade) =>
		inside(
			{
				...{ code: `${grade}a`, kind: 'organisation', name: `Lớp ${grade}A`, localKind: 'lớp' },
				...{ organisationKind: 'class', sector: 'education', grade, schoolYear: '2026-2027' }
			},
			school
		)
	);
	return {
		...{ place, villages: hamlets, agencies, classes, firms },
		places: [place, ...hamlets, ...agencies, ...classes, ...firms]
	};
}
