/** The card's own words; all others come with the panel. The same texts as Salesforce's labels. */
export const words = {
    acceptance: 'Acceptance',
    answerByHand:
        'Marketing answers in the contact’s own properties, group Handoff: “Handoff marketing’s answer” and what belongs to it.',
    answerNotSaved: 'Your answer was not saved.',
    call: 'Call',
    email: 'Email',
    history: 'Decision history',
    loading: 'Loading the lead context',
    loadFailed: 'The lead context could not be loaded.',
    meeting: 'Meeting',
    notSaved: 'Your decision was not saved.',
    refresh: 'Refresh',
    tryAgain: 'Try again',
    tryAgainMend: 'Try again. If it fails again, send your administrator the message above.',
    unreachableMend: 'HubSpot could not be reached. Check your connection, then try again.',
    unreadableAnswer: 'The app function gave an answer that the card cannot read.',
    mayNotEdit:
        'HubSpot does not show you as one who may edit contacts, so you cannot decide here.',
    withoutFunctions: 'Shown without Handoff’s functions',
    onlyEnterprise: 'HubSpot runs Handoff’s functions only with Enterprise.',
    noAnswer: 'Handoff’s functions gave no answer.',
    whatIsShown:
        'You see what HubSpot lets a card read by itself: of forms and emails the first and the last; what else is missing is named in its place.',
    decideByHand: 'Decide in the contact’s own properties:',
    decideByHandSidebar:
        'Decide in the contact’s own properties: open Actions, View all properties, group Handoff, and set',
    decidedAtCounts:
        'A decision counts from its “Handoff decided at”: set that too. Nothing checks here what the agreement asks for a reason.'
} as const;
