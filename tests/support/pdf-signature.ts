import { createHash, X509Certificate } from 'node:crypto';
import { webcrypto } from 'node:crypto';
import { fromBER, Integer, OctetString, Sequence, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, ContentInfo, SignedData } from 'pkijs';

/** What a reader of PDF finds out about the signature in a file. */
export interface FoundSignature {
	/** It was made over exactly these bytes by the key of the certificate with it. */
	genuine: boolean;
	/** It covers all of the file but itself. */
	coversAll: boolean;
	certificate: X509Certificate;
	/** The certificate it names in signing-certificate-v2 (RFC 5035) is the one it was made with. */
	namesCertificate: boolean;
}

const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

/** The signature in a PDF, checked by a library that knows CMS; null where there is none. */
export async function signatureIn(pdf: Buffer): Promise<FoundSignature | null> {
	const text = pdf.toString('latin1');
	const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text);
	if (!range) return null;
	const [first, second, length] = [Number(range[1]), Number(range[2]), Number(range[3])];
	const cms = Buffer.from(text.slice(first + 1, second - 1), 'hex');
	const content = Buffer.concat([pdf.subarray(0, first), pdf.subarray(second, second + length)]);
	const info = new ContentInfo({ schema: fromBER(new Uint8Array(cms).buffer).result });
	const signed = new SignedData({ schema: info.content });
	const own = signed.certificates?.[0];
	if (!(own instanceof Certificate)) throw new Error('no certificate in the signature');
	const certificate = new X509Certificate(Buffer.from(own.toSchema(false).toBER()));
	const genuine = await signed
		.verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false })
		.catch(() => false);
	const attribute = signed.signerInfos[0]?.signedAttrs?.attributes.find(({ type }) => type === signingCertificateV2);
	const digest = createHash('sha256').update(certificate.raw).digest('hex');
	return {
		genuine: genuine === true,
		coversAll: second + length === pdf.length,
		certificate,
		namesCertificate: hashNamedIn(attribute?.values[0]) === digest
	};
}

/** certs[0].certHash of a SigningCertificateV2. */
function hashNamedIn(value: unknown): string | undefined {
	let at = value;
	while (at instanceof Sequence) at = at.valueBlock.value[0];
	return at instanceof OctetString ? Buffer.from(at.valueBlock.valueHexView).toString('hex') : undefined;
}

/** A certificate as an authority might give one, with its key in RSA: PEM. */
export async function rsaCertificate(from: Date, until: Date, bits = 2048): Promise<string> {
	const { subtle } = webcrypto;
	const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: bits };
	const keys = await subtle.generateKey({ ...algorithm, publicExponent: Uint8Array.of(1, 0, 1) }, true, [
		'sign',
		'verify'
	]);
	const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 7 }) });
	for (const [holder, value] of [
		[certificate.subject, 'Sở Giáo dục thử'],
		[certificate.issuer, 'Nhà chứng thực thử']
	] as const)
		holder.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) }));
	certificate.notBefore.value = from;
	certificate.notAfter.value = until;
	await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
	await certificate.sign(keys.privateKey, 'SHA-256');
	const key = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
	return pem('CERTIFICATE', Buffer.from(certificate.toSchema(true).toBER())) + pem('PRIVATE KEY', key);
}

const pem = (label: string, der: Buffer) =>
	`-----BEGIN ${label}-----\n${der.toString('base64')}\n-----END ${label}-----\n`;
