import sanitizeHtml from 'sanitize-html';

/** Text as it must be written inside HTML, in attributes too. */
export const escapeHtml = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const classes: Record<string, string[]> = {
	aside: ['call', 'good', 'warn', 'bad', 'try'],
	p: ['call-title'],
	span: ['call-kind'],
	ol: ['steps'],
	div: ['table-scroll'],
	figure: ['picture', 'video', 'audio'],
	details: ['transcript']
};

/**
 * The last gate: whatever the renderer made, only these elements, attributes and addresses pass. Pictures and
 * recordings come from our own `/media/` alone; no style, no event handler, no script address survives.
 */
export function sanitise(html: string): string {
	return sanitizeHtml(html, {
		allowedTags: [
			...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'div', 'aside'],
			...['strong', 'em', 'del', 'code', 'br', 'a', 'span', 'abbr', 'sub', 'sup'],
			...['figure', 'figcaption', 'img', 'video', 'audio', 'source', 'track', 'details', 'summary'],
			...['table', 'thead', 'tbody', 'tr', 'th', 'td']
		],
		allowedAttributes: {
			a: ['href', 'rel'],
			img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
			video: ['controls', 'preload', 'aria-label'],
			audio: ['controls', 'preload', 'aria-label'],
			source: ['src', 'type'],
			track: ['kind', 'srclang', 'src', 'label', 'default'],
			aside: ['aria-labelledby'],
			div: ['tabindex', 'role', 'aria-label'],
			p: ['id'],
			h2: ['id'],
			h3: ['id'],
			h4: ['id'],
			h5: ['id'],
			h6: ['id'],
			ol: ['start'],
			th: ['scope', 'align'],
			td: ['align']
		},
		allowedClasses: classes,
		allowedSchemes: ['https', 'http', 'tel', 'sms', 'mailto'],
		selfClosing: ['img', 'br', 'hr', 'source', 'track'],
		allowProtocolRelative: false,
		disallowedTagsMode: 'discard',
		exclusiveFilter: ({ tag, attribs }) =>
			['img', 'source', 'track'].includes(tag) && !/^\/media\/[a-z0-9.-]+$/.test(attribs.src ?? '')
	});
}
