/** The overview as an app page shows it, or a campaign's badge as its record page does. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import HandoffAcceptanceOverview from 'c/handoffAcceptanceOverview';
import HandoffCampaignAcceptance from 'c/handoffCampaignAcceptance';
import { acceptanceSettings } from '../frame/acceptanceSettings.ts';
import { drawToasts } from './toasts.ts';

const { campaign } = acceptanceSettings();
const place = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const shown =
    campaign === null
        ? createElement('c-handoff-acceptance-overview', { is: HandoffAcceptanceOverview })
        : createElement('c-handoff-campaign-acceptance', { is: HandoffCampaignAcceptance });
if (campaign !== null) Object.assign(shown, { recordId: campaign });
drawToasts(place('toasts'));
// An app page has its name above it, for those who do not see it.
const title = document.createElement('h1');
title.className = 'slds-assistive-text';
title.textContent = campaign === null ? 'Handoff Acceptance' : 'Campaign';
place('record').append(title, shown);
