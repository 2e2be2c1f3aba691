import { Type, type Static } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import type { House } from '../../platform/house.ts';
import type { Sealer } from './sealer.ts';

const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Fault = Type.Union([
	Type.Literal('unreadable'),
	Type.Literal('open-to-others'),
	Type.Literal('no-key'),
	Type.Literal('no-certificate'),
	Type.Literal('wrong-key'),
	Type.Literal('too-weak'),
	Type.Literal('not-yet'),
	Type.Literal('ended')
]);

export const PdfCertificate = Type.Object({
	fault: Type.Union([Fault, Type.Null()], {
		description: 'Why PDFs go out without a signature; null where they are signed'
	}),
	subject: TextOrNull,
	issuer: TextOrNull,
	endsAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
	endsSoon: Type.Boolean({ description: 'Within thirty days, or already: time to bring its successor' }),
	selfMade: Type.Boolean({ description: 'Made and signed by this server; readers of PDF then don’t know the issuer' })
});
export type PdfCertificate = Static<typeof PdfCertificate>;

const soon = 30 * 86_400_000;

/** For those who run the site: how it stands with the certificate that PDFs are signed with. */
export function sealRoutes(api: TypedApi, { sealer, clock }: Pick<House, 'clock'> & { sealer: Sealer }): void {
	const summary = 'How it stands with the certificate that PDFs of records are signed with';
	api.get(
		'/pdf-certificate',
		{
			config: { access: ['administrator'] },
			schema: { tags: ['certify'], summary, response: { 200: PdfCertificate } }
		},
		async () => {
			const { endsAt, ...standing } = await sealer.standing();
			const endsSoon = endsAt !== null && endsAt.getTime() - clock.now().getTime() < soon;
			return { ...standing, endsAt: endsAt?.toISOString() ?? null, endsSoon };
		}
	);
}
