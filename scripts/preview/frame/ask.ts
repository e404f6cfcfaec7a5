/** Asks the preview's server in the name of a person's frame; a refusal rejects with its message. */
export function askerFor(person: string) {
    return async function ask<T>(action: string, body: object): Promise<T> {
        const response = await fetch(`/api/hubspot/${person}/${action}`, {
            method: 'POST',
            body: JSON.stringify(body)
        });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error((answer as { message: string }).message);
        return answer as T;
    };
}
