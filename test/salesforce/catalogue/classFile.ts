/** A public field of a compiled Java class. */
export interface JavaField {
    readonly name: string;
    /** As Java writes it in the class file, such as `Lcom/nawforce/runforce/SObjects/User;`. */
    readonly descriptor: string;
}

// Bytes that follow a constant's tag (JVM specification, table 4.4-B); text has a length of its own.
const SIZES: { readonly [tag: number]: number } = {
    3: 4,
    4: 4,
    5: 8,
    6: 8,
    7: 2,
    8: 2,
    9: 4,
    10: 4,
    11: 4,
    12: 4,
    15: 3,
    16: 2,
    17: 4,
    18: 4,
    19: 2,
    20: 2
};
const TEXT = 1;
const WIDE: readonly number[] = [5, 6];
const STATIC = 0x0008;

/**
 * The instance fields of a compiled class, so that the platform's objects can be read without Java.
 *
 * @throws RangeError when the bytes are no class file
 */
export function instanceFields(bytes: Buffer): JavaField[] {
    const { texts, end } = constants(bytes);
    // Access, this class, its superclass; then the interfaces.
    let at = end + 8 + 2 * bytes.readUInt16BE(end + 6);
    const fields: JavaField[] = [];
    const count = bytes.readUInt16BE(at);
    at += 2;
    for (let n = 0; n < count; n++) {
        const [access, name, descriptor] = [0, 2, 4].map((by) => bytes.readUInt16BE(at + by));
        if (((access as number) & STATIC) === 0) {
            fields.push({
                name: texts.get(name as number) ?? '',
                descriptor: texts.get(descriptor as number) ?? ''
            });
        }
        at = afterAttributes(bytes, at + 6);
    }
    return fields;
}

function constants(bytes: Buffer): { texts: Map<number, string>; end: number } {
    const texts = new Map<number, string>();
    const count = bytes.readUInt16BE(8);
    let at = 10;
    for (let index = 1; index < count; index++) {
        const tag = bytes.readUInt8(at);
        if (tag === TEXT) {
            const length = bytes.readUInt16BE(at + 1);
            texts.set(index, bytes.toString('utf8', at + 3, at + 3 + length));
            at += 3 + length;
        } else {
            const size = SIZES[tag];
            if (size === undefined) throw new RangeError(`unknown constant ${tag} at byte ${at}`);
            at += 1 + size;
            // A long or double takes two places in the pool.
            if (WIDE.includes(tag)) index++;
        }
    }
    return { texts, end: at };
}

function afterAttributes(bytes: Buffer, start: number): number {
    let at = start + 2;
    for (let left = bytes.readUInt16BE(start); left > 0; left--) {
        at += 6 + bytes.readUInt32BE(at + 2);
    }
    return at;
}
