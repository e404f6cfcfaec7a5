/** The page's own words, of what happens before there are numbers; the rest are the core's. */
export const words = {
    reading: 'Reading contacts',
    progress: (read: string, total: string) => `${read} of ${total} contacts read`,
    readFailed: 'The contacts could not be read.',
    partial: 'These numbers are of a part of the contacts.',
    partialRead: (read: string, left: string) =>
        `${read} were read, ${left} are missing: do not quote these numbers.`,
    partialShown: 'Show the part that was read',
    goOn: 'Read the rest',
    tryAgain: 'Try again',
    refresh: 'Read again',
    nobody: 'No MQL in this period',
    nobodyMend: 'Choose another period or remove a filter.',
    unreachableMend: 'HubSpot could not be reached. Check your connection, then try again.',
    unreadable: 'The app function gave an answer that this page cannot read.',
    unreadableMend: 'Try again. If it fails again, send your administrator the message above.',
    back: 'Back to the overview',
    responseUnknown: (count: string, one: boolean) =>
        `${count} ${one ? 'contact was' : 'contacts were'} contacted while no Handoff panel was open to see when: ` +
        `${one ? 'its' : 'their'} response is left out.`,
    repNow: 'A lead counts for the rep who owns the contact now, and for that rep’s main team.',
    searchLag: 'HubSpot’s search finds a change some seconds after it is made.'
} as const;
