import { AutoGrid, Select } from '@hubspot/ui-extensions';
import { useOverview } from '../hooks/useOverview.tsx';

const COLUMN_WIDTH = 180;

/** The period, and what else the leads are chosen by. */
export function Filters() {
    const { choose, panel, reading } = useOverview();
    const isReading = reading === null || reading.state === 'reading';
    return (
        <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap="sm">
            {panel.filters.map(({ id, label, options, value }) => (
                <Select
                    key={id}
                    name={id}
                    label={label}
                    value={value}
                    options={options.map((option) => ({ ...option }))}
                    // Until they are read, only the period is known.
                    readOnly={isReading && id !== 'period'}
                    onChange={(chosen) => choose(id, String(chosen))}
                />
            ))}
        </AutoGrid>
    );
}
