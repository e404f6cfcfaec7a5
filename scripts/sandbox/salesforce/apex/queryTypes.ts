import type { SoqlLiteralContext } from '@apexdevtools/apex-parser';

const AGGREGATE = /(?:^|,)(?:count|count_distinct|sum|avg|min|max)\(/;

/** The type of `[SELECT …]`: a list of its object's records, of groups, or a number. */
export function queryType(literal: SoqlLiteralContext): string {
    const query = literal.query();
    const select = query.selectList().getText().toLowerCase();
    if (select === 'count()') return 'integer';
    if (query.groupByClause() || AGGREGATE.test(select)) return 'list<aggregateresult>';
    return `list<${query.fromNameList().fieldName(0).getText().toLowerCase()}>`;
}
