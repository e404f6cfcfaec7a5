/** Stands behind `lightning/platformShowToastEvent`. */
export interface Toast {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
}

export class ShowToastEvent extends CustomEvent<Toast> {
    static readonly NAME = 'lightning__showtoast';

    constructor(toast: Toast) {
        super(ShowToastEvent.NAME, { bubbles: true, composed: true, detail: toast });
    }
}
