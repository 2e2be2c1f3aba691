/** How each of the four groups looks: its ground colour and its landscape. */
const looks = {
	'nguoi-dan': { ground: 'rice', scene: 'village' },
	'hoc-sinh': { ground: 'river', scene: 'school' },
	'lao-dong': { ground: 'lotus', scene: 'work' },
	'cong-chuc': { ground: 'harvest', scene: 'office' }
} as const;

export type GroupLook = (typeof looks)[keyof typeof looks];

/** A group's look; one that is not known yet looks like a village. */
export function lookOf(group: string): GroupLook {
	return group in looks ? looks[group as keyof typeof looks] : looks['nguoi-dan']; // `in` has just checked it
}
