/**
 * Eight hex digits over plain data (32-bit FNV-1a), the same whatever order an object's keys have.
 * For noticing that two deployments differ, not for security.
 */
export function contentHash(content: unknown): string {
    let hash = 0x811c9dc5;
    for (const character of stableJson(content)) {
        for (const byte of utf8(character.codePointAt(0) ?? 0)) {
            hash = Math.imul(hash ^ byte, 0x01000193);
        }
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
}

function stableJson(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${stableJson(part)}`).join(',')}}`;
}

/** TextEncoder is not to be had everywhere the core runs. */
function utf8(code: number): number[] {
    if (code < 0x80) return [code];
    const rest = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x800) return [0xc0 | (code >> 6), rest(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), rest(6), rest(0)];
    return [0xf0 | (code >> 18), rest(12), rest(6), rest(0)];
}
