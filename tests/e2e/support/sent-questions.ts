import type { BrowserContext } from '@playwright/test';
import { asAdministrator } from './people.ts';

/** GIFT as somebody may bring it: two questions that are sound, one that is not, and what can't be carried. */
export const someGift = `$CATEGORY: Lớp tập huấn

::q-thu-1::Có người gọi, xin mã OTP. Nên làm gì? {
=Không đọc, tắt máy#Đúng rồi. Mã chỉ để mình tự nhập.
~Đọc mã cho nhanh#Không nên. Ai có mã là lấy được tiền.
}

Lỡ chuyển tiền thì gọi nơi nào? {=ngân hàng =ngan hang}

Kể lại một lần suýt bị lừa. {}

Câu này chưa khép { =a ~b
`;

/** The page with the preview of that file; the administrator sent it. */
export async function sentQuestions(context: BrowserContext): Promise<string> {
	await asAdministrator(context);
	const page = await context.newPage();
	await page.goto('/bien-tap/cau-hoi/trao-doi');
	await page.setInputFiles('input[type=file]', {
		name: 'de.gift',
		mimeType: 'text/plain',
		buffer: Buffer.from(someGift)
	});
	await page.getByRole('button', { name: 'Gửi tệp để xem' }).click();
	await page.waitForURL(/tep=/);
	const upload = new URL(page.url()).searchParams.get('tep') ?? '';
	await page.close();
	const given = { 'vao-khoa': 'an-toan-so', 'vao-viec': 'quiz', 'ky-nang': 'p4.2', muc: 'easy', bai: 'giu-kin-otp' };
	const query = new URLSearchParams({ tep: upload, ...given, 'giai-thich': 'Xem lại bài để biết vì sao.', lay: '1' });
	return `/bien-tap/cau-hoi/trao-doi?${query}`;
}
