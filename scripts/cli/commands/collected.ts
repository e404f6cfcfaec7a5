/** For an option that may be given several times: all that was given, in order. */
export function collected(one: string, before: readonly string[] = []): readonly string[] {
    return [...before, one];
}
