import { createHash } from 'node:crypto';

/** Somebody made up. Numbers begin with 999, which no province has, so that none can be a real person's. */
export interface MadeUpPerson {
	/** What the stand-in calls its subject; the same before and after a change of name. */
	sub: string;
	/** How the stand-in's page lists this person. */
	id: string;
	number: string;
	name: string;
	/** `YYYY-MM-DD` */
	birthDate: string;
	level: 1 | 2;
	/** Whose guardian answers, for a child. */
	guardian?: string;
	locked?: true;
	about: string;
}

/** Six digits, the same for everybody; the page tells it. */
export const passcode = '246810';

export const people: readonly MadeUpPerson[] = [
	{
		...{ id: 'lan', sub: 'mp-lan', number: '999064000018', name: 'Nguyễn Thị Lan', birthDate: '1964-03-08' },
		...{ level: 2, about: 'mức 2' }
	},
	{
		...{ id: 'hung', sub: 'mp-hung', number: '999090000022', name: 'Trần Văn Hùng', birthDate: '1990-05-20' },
		...{ level: 1, about: 'mức 1' }
	},
	{
		...{ id: 'an', sub: 'mp-an', number: '999214000031', name: 'Lò Văn An', birthDate: '2014-06-01' },
		...{ level: 2, guardian: 'Lò Văn Bình', about: 'trẻ em, có người giám hộ' }
	},
	{
		...{ id: 'minh-1', sub: 'mp-minh-1', number: '999085000044', name: 'Nguyễn Văn Minh', birthDate: '1985-02-14' },
		...{ level: 2, about: 'trùng tên, trùng ngày sinh (người thứ nhất)' }
	},
	{
		...{ id: 'minh-2', sub: 'mp-minh-2', number: '999085000059', name: 'Nguyễn Văn Minh', birthDate: '1985-02-14' },
		...{ level: 2, about: 'trùng tên, trùng ngày sinh (người thứ hai)' }
	},
	{
		...{ id: 'hoa', sub: 'mp-hoa', number: '999179000063', name: 'Phạm Thị Hoa', birthDate: '1979-11-02' },
		...{ level: 2, about: 'trước khi đổi tên' }
	},
	{
		...{ id: 'hoa-moi', sub: 'mp-hoa', number: '999179000063', name: 'Phạm Minh Hoa', birthDate: '1979-11-02' },
		...{ level: 2, about: 'vẫn người ấy, sau khi đổi tên' }
	},
	{
		...{ id: 'khoa', sub: 'mp-khoa', number: '999072000077', name: 'Hoàng Văn Kha', birthDate: '1972-01-30' },
		...{ level: 2, locked: true, about: 'tài khoản đang bị khóa' }
	}
];

export const findPerson = (id: string) => people.find((person) => person.id === id);

/** Somebody under a name of one's choice; the same name is the same person, also after a restart. */
export function newPerson(name: string): MadeUpPerson {
	const hash = createHash('sha256').update(name.normalize()).digest();
	const digits = String(hash.readUIntBE(0, 6) % 1e9).padStart(9, '0');
	const birthDate = '1970-06-15';
	return { id: 'moi', sub: `mp-${digits}`, number: `999${digits}`, name, birthDate, level: 2, about: 'người mới' };
}
