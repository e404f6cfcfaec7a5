// Each line here is a mistake that HubSpot's linter must find.
import { Image, Text } from '@hubspot/ui-extensions';
import { Center } from '@hubspot/ui-extensions/experimental';
import { PageTitle } from '@hubspot/ui-extensions/pages';
import { agreement } from '../../../../shared/agreement/types.ts';

export const Card = () => {
    const mode = import.meta.env.API_KEY;
    fetch('https://api.hubapi.com/crm/owners/2026-09');
    localStorage.setItem('token', 'x');
    document.title = 'Bad';
    window.alert('Bad');
    console.log(navigator.language);
    return (
        <div>
            <Center>
                <PageTitle>{mode}</PageTitle>
                <Text>{agreement}</Text>
                <Image src="./bad.png" />
            </Center>
        </div>
    );
};
