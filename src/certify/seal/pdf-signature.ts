import { createHash, webcrypto, type KeyObject } from 'node:crypto';
import { SignPdf, Signer } from '@signpdf/signpdf';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
	Attribute,
	Certificate,
	ContentInfo,
	EncapsulatedContentInfo,
	GeneralName,
	GeneralNames,
	IssuerAndSerialNumber,
	SignedAndUnsignedAttributes,
	SignedData,
	SignerInfo
} from 'pkijs';
import type { Seal } from './seal.ts';

const oid = {
	data: '1.2.840.113549.1.7.1',
	signedData: '1.2.840.113549.1.7.2',
	contentType: '1.2.840.113549.1.9.3',
	messageDigest: '1.2.840.113549.1.9.4',
	signingCertificateV2: '1.2.840.113549.1.9.16.2.47'
};

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;

/** Puts the signature of the issuer into a PDF that has a place for one; nothing else in it changes. */
export async function signPdf(pdf: Uint8Array, seal: Seal): Promise<Uint8Array> {
	return new SignPdf().sign(pdf, new SealSigner(seal));
}

/** The baseline signature of PAdES (ETSI EN 319 142-1, B-B): CMS, detached, naming the certificate it was made with. */
class SealSigner extends Signer {
	readonly #seal: Seal;

	constructor(seal: Seal) {
		super();
		this.#seal = seal;
	}

	override async sign(content: Buffer): Promise<Buffer> {
		const { key, chain } = this.#seal;
		const certificates = chain.map((der) => Certificate.fromBER(der));
		const [own] = certificates;
		if (!own) throw new Error('a seal has a certificate');
		const signed = new SignedData({
			version: 1,
			encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
			certificates,
			signerInfos: [
				new SignerInfo({
					version: 1,
					sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
					signedAttrs: new SignedAndUnsignedAttributes({
						type: 0,
						attributes: attributesFor(content, { own, der: chain[0] ?? content })
					})
				})
			]
		});
		await signed.sign(await cryptoKeyOf(key), 0, 'SHA-256', new Uint8Array(content).buffer);
		const info = new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
		return Buffer.from(info.toSchema().toBER());
	}
}

function attributesFor(content: Uint8Array, { own, der }: { own: Certificate; der: Uint8Array }): Attribute[] {
	const named = new Sequence({
		value: [
			// SHA-256 is what is meant where none is named (RFC 5035).
			new OctetString({ valueHex: sha256(der) }),
			new Sequence({
				value: [
					new GeneralNames({ names: [new GeneralName({ type: 4, value: own.issuer })] }).toSchema(),
					own.serialNumber
				]
			})
		]
	});
	return [
		new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
		new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: sha256(content) })] }),
		new Attribute({
			type: oid.signingCertificateV2,
			values: [new Sequence({ value: [new Sequence({ value: [named] })] })]
		})
	];
}

async function cryptoKeyOf(key: KeyObject): Promise<CryptoKey> {
	const algorithm =
		key.asymmetricKeyType === 'ec'
			? { name: 'ECDSA', namedCurve: 'P-256' }
			: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
	const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
	return webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}
