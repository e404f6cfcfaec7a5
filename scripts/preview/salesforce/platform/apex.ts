/** Stands behind `@salesforce/apex`: methods of the package's own classes, run by the sandbox. */
import { askOrg } from '../requests.ts';
import { Wire, type Wired } from '../wire.ts';

type Parameters = { readonly [name: string]: unknown };

/** Which wire gave a value, for refreshApex is told only the value. */
const givenBy = new WeakMap<object, Wire>();

/** `HandoffLeadContext.load`: to be called, or to be wired. */
export function apexMethod(name: string): unknown {
    const [className, method] = name.split('.');
    const call = (params: Parameters = {}) => askOrg('apex', { class: className, method, params });

    class ApexWire extends Wire {
        constructor(emit: (value: Wired) => void) {
            super((value) => {
                givenBy.set(value, this);
                emit(value);
            }, call);
        }
    }
    return Object.assign(call, { adapter: ApexWire });
}

/** Asks again for a value that a wire gave. */
export async function refreshApex(wired: object | undefined): Promise<void> {
    await (wired && givenBy.get(wired))?.refresh();
}
