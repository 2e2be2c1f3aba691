import { faults, type Trouble } from './faults.ts';

/** What stands on every page and in every answer. */
export const notice = 'BẢN TẬP. Đây không phải sổ của cơ quan nhà nước. / A STAND-IN, no register of the state.';

/** The one page: what is to go wrong. */
export function troublePage({ faults: chosen, percent }: Trouble): string {
	const boxes = Object.entries(faults).map(
		([id, text]) =>
			`<label><input type="checkbox" name="fault" value="${id}"${chosen.some((each) => each === id) ? ' checked' : ''}> ${text}</label>`
	);
	return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>BẢN TẬP: sổ xác nhận</title><style>
body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;background:#fff;color:#1a1a1a}
.sim{background:#5b21b6;color:#fff;padding:.75rem 1rem;font-weight:700} label{display:block;padding:.5rem 0}
input[type=number]{font:inherit;width:6rem;padding:.5rem} fieldset{border:0;padding:0;margin:1rem 0} legend{font-weight:700}
button{font:inherit;padding:.75rem 1.25rem;border:2px solid #5b21b6;background:#5b21b6;color:#fff}</style></head><body>
<p class="sim">${notice}</p>
<main><h1>Tập sự cố của sổ xác nhận</h1>
<form method="post" action="/tap"><fieldset><legend>Điều gì hỏng</legend>${boxes.join('')}</fieldset>
<label>Bao nhiêu phần trăm số lần <input type="number" name="percent" min="0" max="100" value="${percent}"></label>
<button>Bắt đầu như vậy</button></form></main></body></html>`;
}
