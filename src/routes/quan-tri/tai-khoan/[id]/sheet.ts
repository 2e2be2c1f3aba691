/** What stands on a "Giấy mở lại tài khoản": the answer of `POST /api/reopenings`. */
export interface ReopeningSheet {
	code: string;
	expiresAt: string;
	name: string;
	/** What to type beside the code: the username, or the phone number with only its end shown. */
	identifier: string;
}
