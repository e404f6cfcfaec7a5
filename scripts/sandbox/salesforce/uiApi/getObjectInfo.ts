import type { SandboxUser } from '../access.ts';
import { mayEditField, mayEditObject, mayReadField, mayReadObject } from '../access.ts';
import type { Schema } from '../schema.ts';
import { noAccess, notFound } from './failure.ts';

export interface ObjectInfo {
    readonly apiName: string;
    /** Fields that the user may not read are left out. */
    readonly fields: { readonly [name: string]: { readonly updateable: boolean } };
}

/**
 * What the UI API says of an object, as far as it is about this user's rights.
 *
 * @throws RequestFailure where there is no such object for this user
 */
export function getObjectInfo(objectName: string, schema: Schema, user: SandboxUser): ObjectInfo {
    const object = schema.get(objectName.toLowerCase());
    if (object === undefined) throw notFound();
    if (!mayReadObject(user, object.name)) throw noAccess();
    const readable = [...object.fields.values()].filter(({ name }) =>
        mayReadField(user, object.name, name)
    );
    return {
        apiName: object.name,
        fields: Object.fromEntries(
            readable.map(({ name, readOnly }) => [
                name,
                {
                    updateable:
                        !readOnly &&
                        mayEditObject(user, object.name) &&
                        mayEditField(user, object.name, name)
                }
            ])
        )
    };
}
