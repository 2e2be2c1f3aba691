/** Pages that are the same bytes for everyone, by their address without the language. */
const shared = [
	/^\/$/,
	/^\/(bai-hoc|tu-dien|cach-ghi-nhan|khung-ky-nang|quyen-rieng-tu|tro-nang|tai-ve|mang-theo)$/,
	/^\/chuong-trinh\/[a-z0-9-]+$/,
	/^\/khoa-hoc\/[a-z0-9-]+$/,
	/^\/khoa-hoc\/[a-z0-9-]+\/[a-z0-9-]+\/man-hinh$/
];

const lesson = /^\/khoa-hoc\/([a-z0-9-]+)\/([a-z0-9-]+)$/;

/** The key of the lesson an address shows (`course/lesson`), or null. The quiz's own page is no lesson. */
export function lessonKeyOf(path: string): string | null {
	const [, course, name] = lesson.exec(bare(path)) ?? [];
	return course && name && name !== 'kiem-tra' ? `${course}/${name}` : null;
}

/** Whether the page under this address may be kept and given to everyone. */
export function isShared(path: string): boolean {
	return lessonKeyOf(path) !== null || shared.some((pattern) => pattern.test(bare(path)));
}

/** Pages for one person on which something can begin: a quiz, an account, a session, being in a class, a card. */
const beginnings =
	/^\/(khoa-hoc\/[a-z0-9-]+\/kiem-tra|dang-ky|dang-nhap|mo-lai-tai-khoan|doi-nguoi|diem-danh\/[^/]+|the\/[^/]+)$/;

/** Whether the page under this address, other than a lesson, is one where a newcomer may begin something. */
export function isBeginning(path: string): boolean {
	return beginnings.test(bare(path));
}

function bare(path: string): string {
	return path === '/en' ? '/' : path.replace(/^\/en(?=\/)/, '');
}
