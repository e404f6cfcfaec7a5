/** What has to be put back when somebody ends the command in the middle. */

type Cleanup = () => Promise<void>;
const cleanups = new Set<Cleanup>();

/** @returns forgets it: there is nothing to put back any more */
export function onInterrupt(cleanup: Cleanup): () => void {
    cleanups.add(cleanup);
    return () => void cleanups.delete(cleanup);
}

/** Puts everything back, each once. @returns how many there were */
export async function putBack(): Promise<number> {
    const all = [...cleanups];
    cleanups.clear();
    await Promise.allSettled(all.map((cleanup) => cleanup()));
    return all.length;
}

export function isAnythingToPutBack(): boolean {
    return cleanups.size > 0;
}
