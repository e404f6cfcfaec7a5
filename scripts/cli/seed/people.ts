/** The sample people: those of the tests, as if their case were happening now. */
import { loadCases } from '../../../test/cases/load.ts';

/** All sample people have an address here, which is nobody's, and is how they are found again. */
export const DOMAIN = 'handoff-sample.example.com';

export interface Person {
    /** Of this domain alone, and the same for the same person each time. */
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly phone: string | null;
    readonly title: string | null;
    readonly company: string;
    readonly country: string | null;
    readonly employees: number | null;
    /** Epoch ms. */
    readonly mqlAt: number;
}

const MQL = 'hs_v2_date_entered_marketingqualifiedlead';

/** So many people; beyond those of the tests they come again, with a number. */
export function samplePeople(count: number, now: number): Person[] {
    const people = loadCases().flatMap((one) => {
        const { id, properties } = one.hubspot.portal.contact;
        const [firstName, lastName, mql] = [
            properties.firstname,
            properties.lastname,
            properties[MQL]
        ];
        const isWhole = firstName && lastName && mql && Number.isFinite(Date.parse(mql));
        if (!isWhole) return [];
        const employees = Number(properties.numemployees ?? NaN);
        return [
            {
                id,
                firstName,
                lastName,
                phone: properties.phone ?? null,
                title: properties.jobtitle ?? null,
                company: properties.company ?? 'Sample company',
                country: properties.country ?? null,
                employees: Number.isInteger(employees) ? employees : null,
                mqlAt: now - (Date.parse(one.now) - Date.parse(mql))
            }
        ];
    });
    return Array.from({ length: count }, (_, index) => {
        const { id, ...person } = people[index % people.length] as (typeof people)[number];
        const round = Math.floor(index / people.length);
        const again = round === 0 ? '' : `-${round + 1}`;
        return {
            ...person,
            lastName: round === 0 ? person.lastName : `${person.lastName} ${round + 1}`,
            email: `sample-${id}${again}@${DOMAIN}`
        };
    });
}
