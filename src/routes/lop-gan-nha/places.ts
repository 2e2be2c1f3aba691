export interface Place {
	id: string;
	kind: string;
	name: string;
	parentId: string | null;
	path: string;
	localKind?: string | null;
	sample: boolean;
}

export interface Contact {
	kind: string;
	name: string;
	phone?: string | null;
	address?: string | null;
	hours?: string | null;
}

export interface PlaceDetail extends Place {
	contacts: Contact[];
	children: Place[];
}
