import { useContext } from 'react';
import type { CrmActionButtonProps, CrmActionLinkProps } from '@hubspot/ui-extensions/crm';
import { PageContext } from '../page.ts';
import { Button } from './Button.tsx';

/** What HubSpot opens there; the preview says so, and opens nothing. */
const OPENS: { readonly [action: string]: string } = {
    PAGE_APP_LINK: 'the page',
    SCHEDULE_MEETING: 'its window for a meeting',
    SEND_EMAIL: 'its email window'
};

type Action = Pick<CrmActionLinkProps, 'actionType' | 'actionContext' | 'onClick'>;

function useAction({ actionType, actionContext, onClick }: Action) {
    const { say } = useContext(PageContext);
    return () => {
        onClick?.();
        const path = 'path' in actionContext ? ` ${actionContext.path}` : '';
        say(`HubSpot opens ${OPENS[actionType] ?? actionType}${path} here; the preview does not.`);
    };
}

export function CrmActionButton(props: CrmActionButtonProps) {
    const { variant, size, disabled, children } = props;
    const act = useAction(props as Action);
    return (
        <Button
            {...(variant && { variant })}
            {...(size && { size })}
            disabled={disabled ?? false}
            onClick={act}
        >
            {children}
        </Button>
    );
}

export function CrmActionLink(props: CrmActionLinkProps) {
    return (
        <button type="button" className="hs-action-link" onClick={useAction(props)}>
            {props.children}
        </button>
    );
}
