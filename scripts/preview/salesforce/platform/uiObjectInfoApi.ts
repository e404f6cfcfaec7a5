/** Stands behind `lightning/uiObjectInfoApi`. */
import { askOrg } from '../requests.ts';
import { Wire, type Wired } from '../wire.ts';

/** Wire adapter: an object's fields, and which of them this user may edit. */
export class getObjectInfo extends Wire {
    constructor(emit: (value: Wired) => void) {
        super(emit, (config) => askOrg('object', config));
    }
}
