/** What is said of leads that were counted beforehand. */
export const snapshotEn = {
    none: 'No leads were counted yet. They are counted every night once an administrator has started it.',
    noneRefresh: 'Count them now with the button above; it takes some minutes.',
    stale: (at: string) =>
        `Counted on ${at}, and not since: an administrator can start the nightly count`,
    otherAgreement:
        'Counted by another version of the agreement than this page knows: the next count puts that right',
    notCounted: (period: string) =>
        `${period} was not counted: choose another period, or wait for the next count`,
    noCampaigns: 'Campaigns are counted without filters: remove them to see campaigns',
    refresh: 'Count now',
    refreshStarted: 'Counting. Open this page again in a few minutes.',
    refreshRunning: 'The leads are being counted already.',
    leads: (of: string) => `Leads: ${of}`,
    newest: (count: string) => `The newest ${count} that you may see`,
    noLeads: 'None that you may see',
    close: 'Close',
    unnamed: 'No name',
    undecided: 'Not decided yet',
    campaign: {
        rate: (rate: string) => `${rate} accepted`,
        tooFew: 'Too few to say',
        none: (counted: string) => `No lead of this campaign ${counted}`,
        tooMany: (members: string) =>
            `${members} members are more than this page can count: the overview counts campaigns at night`,
        reasons: 'Why leads were turned away',
        noReason: 'No reason given'
    }
};
