import type { Toast } from './platform/platformShowToastEvent.ts';

const SHOWN_MS = 5_000;

/** Draws toasts as a Salesforce page does, and takes each away again. */
export function drawToasts(into: HTMLElement): void {
    into.className = 'slds-notify_container';
    into.setAttribute('role', 'status');
    addEventListener('lightning__showtoast', (event) => {
        const { title, message = '', variant = 'info' } = (event as CustomEvent<Toast>).detail;
        const toast = document.createElement('div');
        toast.className = `slds-notify slds-notify_toast slds-theme_${variant}`;
        const heading = document.createElement('p');
        heading.className = 'slds-text-heading_small';
        heading.textContent = message === '' ? title : `${title} ${message}`;
        toast.append(heading);
        into.append(toast);
        setTimeout(() => toast.remove(), SHOWN_MS);
    });
}
