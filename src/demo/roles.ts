import { newId } from '../platform/ids.ts';
import { aPerson, calledBy, type DemoPerson } from './people.ts';
import { province, type DemoCommune } from './province.ts';
import type { Chance } from './seeded.ts';

/** Somebody whose role is tried by a link. */
export interface Tried {
	readonly person: DemoPerson;
	/** The last part of a message's key: `try.as-…`. */
	readonly as: string;
	readonly grant: { readonly role: string; readonly place: { readonly id: string; readonly path: string } } | null;
}

/** The ten whose roles are tried, in the sample commune. */
export function triedIn({ place: commune, villages, agencies, classes }: DemoCommune, chance: Chance): Tried[] {
	const [committee] = agencies;
	const school = agencies.at(-1);
	const [home = commune] = villages;
	const [pupils] = classes;
	const someone = (as: string, name: string, place = committee): Omit<Tried, 'grant'> => ({
		as,
		person: calledBy(aPerson(chance, home, place), name)
	});
	const citizen = { as: 'citizen', person: calledBy(aPerson(chance, home), 'Bùi Thị Mẫu') };
	return [
		{ ...someone('province-administrator', 'Trần Quản Trị Mẫu'), grant: { role: 'administrator', place: province } },
		{ ...someone('province-officer', 'Lê Cán Bộ Tỉnh Mẫu'), grant: { role: 'officer', place: province } },
		{ ...someone('commune-officer', 'Hoàng Cán Bộ Xã Mẫu'), grant: { role: 'officer', place: commune } },
		{
			...someone('agency-officer', 'Phạm Văn Phòng Mẫu'),
			grant: committee ? { role: 'officer', place: committee } : null
		},
		{ ...someone('helper', 'Nguyễn Hướng Dẫn Mẫu'), grant: { role: 'helper', place: commune } },
		{ ...someone('teacher', 'Vũ Cô Giáo Mẫu', school), grant: pupils ? { role: 'teacher', place: pupils } : null },
		{ ...someone('overseer', 'Đỗ Mặt Trận Mẫu'), grant: { role: 'overseer', place: commune } },
		{ ...someone('official', 'Đặng Công Chức Mẫu'), grant: null },
		{ ...someone('pupil', 'Ngô Học Sinh Mẫu', pupils), grant: null },
		{ ...citizen, grant: null }
	];
}

export function grantRows(tried: readonly Tried[], grantedAt: Date) {
	return tried.flatMap(({ person, grant }) =>
		grant
			? [
					{
						...{ id: newId(), accountId: person.accountId, role: grant.role, grantedAt },
						...{ placeId: grant.place.id, placePath: grant.place.path }
					}
				]
			: []
	);
}
