import { faults } from './faults.ts';
import { passcode, people, type MadeUpPerson } from './people.ts';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page that looks like nothing real, and says what it is at its top. */
function page(title: string, body: string): string {
	return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>MÔ PHỎNG: ${escape(title)}</title><style>
body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;background:#fff;color:#1a1a1a}
.sim{background:#5b21b6;color:#fff;padding:.75rem 1rem;font-weight:700}
label,.person{display:block;padding:.4rem 0} input[type=text],select{font:inherit;width:100%;padding:.5rem;box-sizing:border-box}
button{font:inherit;padding:.75rem 1.25rem;margin:.75rem .5rem 0 0;border:2px solid #5b21b6;background:#5b21b6;color:#fff}
button.quiet{background:#fff;color:#5b21b6} .wrong{border-left:6px solid #b91c1c;padding-left:.75rem} fieldset{border:0;padding:0;margin:1rem 0}
legend{font-weight:700}</style></head><body>
<p class="sim">MÔ PHỎNG. Đây không phải VNeID. Người ở đây đều do bịa ra; đừng nhập thông tin thật. / SIMULATION, not VNeID.</p>
<main><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** Who wants in, with which passcode, and what is to go wrong. */
export function signInPage(uid: string, wrong?: string): string {
	const persons = people
		.map(
			({ id, name, birthDate, about }, i) =>
				`<label class="person"><input type="radio" name="person" value="${id}"${i === 0 ? ' checked' : ''}> ${escape(name)}, sinh ${birthDate.split('-').reverse().join('/')} (${escape(about)})</label>`
		)
		.join('');
	const choices = Object.entries(faults)
		.map(([id, text]) => `<option value="${id}">${escape(text)}</option>`)
		.join('');
	return page(
		'Chọn một người để tập',
		`${wrong ? `<p class="wrong" role="alert">${escape(wrong)}</p>` : ''}
<form method="post" action="/tap/${uid}/vao"><fieldset><legend>Người do bịa ra</legend>${persons}
<label class="person"><input type="radio" name="person" value="moi"> một người tự đặt tên, sinh 15/06/1970; cùng tên là cùng người:</label>
<input type="text" name="called" value="Người Mới Bịa" aria-label="Tên của người mới"></fieldset>
<label>Mã bí mật 6 số (ở đây ai cũng là ${passcode}) <input type="text" name="passcode" inputmode="numeric" maxlength="6" autocomplete="off"></label>
<label>Tập một sự cố <select name="fault"><option value="">không có sự cố</option>${choices}</select></label>
<button>Vào</button> <button class="quiet" formaction="/tap/${uid}/thoi" formnovalidate>Thôi, quay lại</button></form>`
	);
}

/** What the site would be told, and whether it may be. */
export function consentPage(uid: string, { name, number, level, guardian }: MadeUpPerson): string {
	return page(
		'Cho trang học biết những điều sau?',
		`<ul><li>Họ và tên: ${escape(name)}</li><li>Số định danh (bịa): ${number}</li><li>Ngày sinh</li><li>Mức tài khoản: ${level}</li>
${guardian ? `<li>Người giám hộ: ${escape(guardian)}</li>` : ''}</ul>
<form method="post" action="/tap/${uid}/dong-y"><button>Đồng ý</button>
<button class="quiet" formaction="/tap/${uid}/thoi">Không đồng ý</button></form>`
	);
}

export function errorPage(words: string): string {
	return page('Không đi tiếp được', `<p>${escape(words)}</p><p>Hãy quay lại trang học và thử lại.</p>`);
}
