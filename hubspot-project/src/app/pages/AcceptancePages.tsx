import { hubspot } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { Layout } from './components/Layout.tsx';
import { LeadsPage } from './components/LeadsPage.tsx';
import { Sections } from './components/Sections.tsx';
import { OverviewProvider } from './hooks/useOverview.tsx';

const PageRouter = createPageRouter(
    <PageRoutes layoutComponent={Layout}>
        <PageRoutes.IndexRoute id="overview" component={() => <Sections page="overview" />} />
        <PageRoutes.Route
            id="reasons"
            path="/reasons"
            component={() => <Sections page="reasons" />}
        />
        <PageRoutes.Route
            id="response"
            path="/response"
            component={() => <Sections page="response" />}
        />
        <PageRoutes.Route
            id="disagreement"
            path="/disagreement"
            component={() => <Sections page="disagreement" />}
        />
        <PageRoutes.Route id="leads" path="/leads" component={LeadsPage} />
        <PageRoutes.AnyRoute component={() => <Sections page="overview" />} />
    </PageRoutes>
);

hubspot.extend<'pages'>(() => <AcceptancePages />);

/** What became of the leads: the app's own page, for marketers. */
export function AcceptancePages() {
    return (
        <OverviewProvider>
            <PageRouter />
        </OverviewProvider>
    );
}
