/** The record page: its header, and the panel as Lightning App Builder would place it. */
import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import HandoffLeadContext from 'c/handoffLeadContext';
import { frameSettings } from '../frame/settings.ts';
import { drawHeader } from './header.ts';
import { drawToasts } from './toasts.ts';

const { compact, salesforce } = frameSettings();
const { recordId, objectName } = salesforce;
const place = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

const panel = createElement('c-handoff-lead-context', { is: HandoffLeadContext });
Object.assign(panel, { recordId, objectApiName: objectName, compact });
drawToasts(place('toasts'));
drawHeader(place('record'));
place('record').append(panel);
