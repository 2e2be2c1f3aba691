import { Obstacle } from '../obstacle.ts';

/** Takes one line of what is going on, for whoever watches. */
export type Tell = (line: string) => void;

/** The archive is not what a backup of ours looks like; `what` is where that shows. */
export function damaged(what: string): Obstacle {
	return new Obstacle(
		`Tệp sao lưu hỏng hoặc không phải của phần mềm này; chưa có gì thay đổi. / The backup file is damaged or not one of ours; nothing has changed: ${what}`
	);
}

export function wrongPassphrase(): Obstacle {
	return new Obstacle(
		'Cụm mật khẩu không mở được các khóa trong bản sao lưu; chưa có gì thay đổi. / The passphrase does not open the keys in this backup; nothing has changed.'
	);
}
