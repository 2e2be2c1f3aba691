/** What @signpdf looks for, and writes the places of what is signed over. */
const later = '**********';

interface Place {
	at: Date;
	/** The bytes kept for the signature. */
	room: number;
	reason: string;
}

/**
 * Makes a place in a document for a signature that covers all of it: a field that shows nowhere on the page, for readers
 * to tell of (ISO 32000-1, 12.8).
 */
export function makeSignaturePlace(doc: PDFKit.PDFDocument, { at, room, reason }: Place): void {
	const signature = doc.ref({
		Type: 'Sig',
		Filter: 'Adobe.PPKLite',
		SubFilter: 'ETSI.CAdES.detached',
		ByteRange: [0, later, later, later],
		Contents: Buffer.alloc(room),
		Reason: new String(reason),
		M: at
	});
	const { dictionary } = doc.page;
	const field = doc.ref({
		Type: 'Annot',
		Subtype: 'Widget',
		FT: 'Sig',
		T: new String('issuer'),
		Rect: [0, 0, 0, 0],
		// Printed (it shows nothing) and locked.
		F: 132,
		P: dictionary,
		V: signature
	});
	doc.page.annotations.push(field);
	for (const each of [signature, field]) each.end('');
	// pdfkit knows no fields of signatures, but begins and ends the form that holds one.
	doc.initForm();
	const { data } = (doc as unknown as { _root: { data: { AcroForm: { data: Form } } } })._root.data.AcroForm;
	data.Fields.push(field);
	data.SigFlags = 3;
	// A reader that draws fields anew would change what was signed.
	delete data.NeedAppearances;
}

interface Form {
	Fields: object[];
	SigFlags?: number;
	NeedAppearances?: boolean;
}
