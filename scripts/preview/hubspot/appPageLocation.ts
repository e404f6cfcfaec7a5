/** Where an app page's own router stands; HubSpot keeps it in the address. */
import { useSyncExternalStore } from 'react';

interface Location {
    readonly path: string;
    readonly params: { readonly [name: string]: string };
}

let now: Location = { path: '/', params: {} };
const listeners = new Set<() => void>();

/** What `createPageRouter` of HubSpot's SDK asks of its runner. */
export function useAppPageLocation(): Location {
    return useSyncExternalStore(
        (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        () => now
    );
}

/** The action `navigateToPage`. */
export function navigateToPage({ to, params = {} }: { to: string; params?: Location['params'] }) {
    now = { path: to, params };
    listeners.forEach((listener) => listener());
}
