import type { PersonSummary } from '../summary.ts';
import type { Trouble } from '../trouble.ts';

export type { PersonSummary, Trouble };

export const people = (): Promise<PersonSummary[]> => call('/api/people');

export const setClock = (id: string, offset: number): Promise<PersonSummary> =>
    call(`/api/people/${id}/clock`, { offset });

/** Resets one person, or all. */
export const reset = (person: string | null): Promise<PersonSummary[]> =>
    call('/api/reset', { person });

export async function setTrouble(id: string, kind: Trouble | null): Promise<void> {
    for (const crm of ['salesforce', 'hubspot']) await call(`/api/${crm}/${id}/trouble`, { kind });
}

async function call<T>(path: string, body?: object): Promise<T> {
    const post = { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(path, body === undefined ? {} : post);
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message ?? `${path}: ${response.status}`);
    return answer;
}
