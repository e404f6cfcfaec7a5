/** The card's own words; all others come with the panel. The same texts as Salesforce's labels. */
export const words = {
    acceptance: 'Acceptance',
    history: 'Decision history',
    loading: 'Loading the lead context',
    loadFailed: 'The lead context could not be loaded.',
    notSaved: 'Your decision was not saved.',
    refresh: 'Refresh',
    tryAgain: 'Try again',
    tryAgainMend: 'Try again. If it fails again, send your administrator the message above.',
    unreachableMend: 'HubSpot could not be reached. Check your connection, then try again.',
    unreadableAnswer: 'The app function gave an answer that the card cannot read.'
} as const;
