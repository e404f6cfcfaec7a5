/** Stands behind `lightning/uiRecordApi`: one record of the sandbox, the same for all who look at it. */
import { askOrg } from '../requests.ts';
import { Wire, type Wired } from '../wire.ts';

type Field = string | { readonly fieldApiName: string };
interface RecordValues {
    readonly fields: { readonly [name: string]: { readonly value: unknown } };
}

const wires = new Set<Wire>();

/** Wire adapter: a record's fields, given again whenever they were written. */
export class getRecord extends Wire {
    constructor(emit: (value: Wired) => void) {
        super(emit, (config) => askOrg('record', config));
    }

    override connect(): void {
        wires.add(this);
        super.connect();
    }

    override disconnect(): void {
        wires.delete(this);
        super.disconnect();
    }
}

/** The value of a field, parents' fields by their path. */
export function getFieldValue(record: RecordValues | undefined, field: Field): unknown {
    const path = (
        typeof field === 'string' ? field.split('.').slice(1).join('.') : field.fieldApiName
    ).split('.');
    let value: unknown = record;
    for (const name of path) value = (value as RecordValues | undefined)?.fields[name]?.value;
    return value;
}

/** Writes fields; everything wired to the record is given them. */
export async function updateRecord(input: { fields: { Id?: string } }): Promise<unknown> {
    const record = await askOrg('update', input);
    await notifyRecordUpdateAvailable([{ recordId: input.fields.Id ?? '' }]);
    return record;
}

/** Says that records changed on the server. */
export async function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[]
): Promise<void> {
    const changed = records.map(({ recordId }) => recordId);
    const concerned = [...wires].filter(({ config }) => changed.includes(String(config?.recordId)));
    await Promise.all(concerned.map((wire) => wire.refresh()));
}
