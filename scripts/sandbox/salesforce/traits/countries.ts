import type { Countries } from './types.ts';

/** What an org with state and country picklists lists: some countries, and the states of two. */
export const COUNTRIES: Countries = {
    AT: { name: 'Austria' },
    CH: { name: 'Switzerland' },
    DE: { name: 'Germany' },
    FR: { name: 'France' },
    GB: { name: 'United Kingdom' },
    IN: { name: 'India' },
    JP: { name: 'Japan' },
    NL: { name: 'Netherlands' },
    CA: {
        name: 'Canada',
        states: { BC: 'British Columbia', ON: 'Ontario', QC: 'Quebec' }
    },
    US: {
        name: 'United States',
        states: {
            CA: 'California',
            IL: 'Illinois',
            MA: 'Massachusetts',
            NY: 'New York',
            TX: 'Texas',
            WA: 'Washington'
        }
    }
};
