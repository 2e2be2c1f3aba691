/** What the stand-in can do wrong on demand, as its page offers it. */
export const faults = {
	slow: 'trả lời rất chậm',
	down: 'không trả lời (lỗi 503)',
	'bad-signature': 'chữ ký hỏng',
	'unknown-key': 'ký bằng khóa lạ',
	'new-key': 'vừa thay khóa (vẫn đúng)',
	'wrong-audience': 'thẻ cấp cho nơi khác',
	'wrong-nonce': 'thẻ của lượt khác',
	'clock-off': 'đồng hồ lệch một giờ',
	'claims-missing': 'thiếu số định danh và họ tên'
} as const;

export type Fault = keyof typeof faults;

export const isFault = (word: unknown): word is Fault => typeof word === 'string' && word in faults;
