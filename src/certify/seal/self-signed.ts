import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { BitString, Integer, OctetString, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { madeHere } from './certificate-file.ts';

const commonName = '2.5.4.3';
const extensions = { keyIdentifier: '2.5.29.14', keyUsage: '2.5.29.15', basic: '2.5.29.19' };
const years = 3;

/**
 * A certificate for signing PDFs that nobody vouches for but this server, P-256, with its private key: PEM, for a file.
 * Readers of PDF show who signed and that nothing was changed, and that they don't know the issuer.
 */
export async function selfSigned({ host, name, now }: { host: string; name: string; now: Date }): Promise<string> {
	const { privateKey, publicKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
		'sign',
		'verify'
	]);
	const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: positiveSerial() }) });
	for (const holder of [certificate.subject, certificate.issuer])
		holder.typesAndValues.push(
			new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value: `${name} (${host})` }) })
		);
	certificate.notBefore.value = new Date(now.getTime() - 60_000);
	certificate.notAfter.value = new Date(now.getTime() + years * 365 * 86_400_000);
	await certificate.subjectPublicKeyInfo.importKey(publicKey);
	certificate.extensions = extensionsFor(certificate);
	await certificate.sign(privateKey, 'SHA-256');
	const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
	return [madeHere, pem('CERTIFICATE', certificate.toSchema(true).toBER()), pem('PRIVATE KEY', pkcs8), ''].join('\n');
}

function positiveSerial(): ArrayBuffer {
	const bytes = new Uint8Array(randomBytes(16));
	bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
	return bytes.buffer;
}

function extensionsFor({ subjectPublicKeyInfo }: Certificate): Extension[] {
	const bits = new Uint8Array(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
	const identifier = new Uint8Array(createHash('sha1').update(bits).digest());
	const values = {
		basic: new BasicConstraints({ cA: false }).toSchema(),
		// Signing, and standing by it: the first two bits.
		keyUsage: new BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 }),
		keyIdentifier: new OctetString({ valueHex: identifier.buffer })
	};
	return (Object.keys(values) as (keyof typeof values)[]).map(
		(kind) =>
			new Extension({
				extnID: extensions[kind],
				critical: kind === 'keyUsage' || kind === 'basic',
				extnValue: values[kind].toBER()
			})
	);
}

function pem(label: string, der: ArrayBuffer): string {
	const lines =
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}
