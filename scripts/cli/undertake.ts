/** From what would be done to done: every command that changes an org or a portal goes this way. */
import type { Context } from './context.ts';
import { CliError, type Problem } from './output/errors.ts';
import { EXIT, type ExitCode } from './output/exit.ts';
import { isEmpty } from './plan/plan.ts';
import { planText } from './plan/words.ts';
import type { Output } from './output/output.ts';
import type { Style } from './output/style.ts';
import { count, wrap } from './output/text.ts';
import { runSteps, type Step } from './steps.ts';
import type { Undertaking } from './undertaking.ts';

export interface UndertakeOptions {
    readonly dryRun?: boolean;
    /** The names that production orgs and portals would be asked for. */
    readonly production?: readonly string[];
}

/**
 * Plans, shows the plan, asks, and does it. Nothing is changed before all of them are planned and agreed
 * to. A plan that changes nothing is not asked about.
 *
 * @param planning each gives one org's or portal's undertaking
 * @param done what is said at the end, of how many items that are refused
 * @returns `EXIT.findings` when something of the plan is refused: then not all is as agreed
 */
export async function undertake(
    context: Context,
    { dryRun = false, production = [] }: UndertakeOptions,
    planning: readonly (() => Promise<Undertaking>)[],
    done = verifiable
): Promise<ExitCode> {
    const { ask, out } = context;
    const undertakings: Undertaking[] = [];
    await runSteps(context, [planningStep(planning, undertakings)], { isPassing: true });

    const plan = undertakings.flatMap((one) => one.plan);
    const words = (style: Style): string =>
        undertakings.map((one) => undertakingText(one, { ...out, style })).join('\n\n');
    const steps = undertakings.flatMap((one) => one.steps);
    const refused = plan.filter(({ change }) => change === 'refused').length;
    const exit = refused > 0 ? EXIT.findings : EXIT.ok;
    const obstacles = undertakings.flatMap((one) => one.obstacles ?? []);
    if (obstacles.length > 0) {
        out.show(words(out.errorStyle));
        throw blocked(obstacles);
    }
    if (dryRun || steps.length === 0) {
        out.result({ plan, done: false }, () => words(out.style));
        return exit;
    }
    // Before the question, so that it can be answered.
    out.show(words(out.errorStyle));
    for (const one of undertakings) await agreeByName(context, one, production);
    await ask.agree(isEmpty(plan) ? 'Go on with this?' : 'Do this?');
    await runSteps(context, steps);
    const results = undertakings.map((one) => one.result());
    out.result({ plan, done: true, results }, () => done(refused));
    return exit;
}

/** As one error that names each, its place and its way out. */
function blocked(obstacles: readonly Problem[]): CliError {
    const places = obstacles.flatMap(({ message, where }) => [message, ...(where ? [where] : [])]);
    return new CliError(EXIT.remote, {
        code: obstacles[0]?.code ?? 'blocked',
        message: `Blocked by ${count(obstacles.length, 'obstacle')}. Nothing was changed.`,
        where: places.join('\n'),
        mend: [...new Set(obstacles.flatMap(({ mend }) => mend?.split('\n') ?? []))].join('\n')
    });
}

function verifiable(refused: number): string {
    return refused > 0
        ? `Done, but for what is refused above (${String(refused)}). npx handoff verify proves the rest.`
        : 'Done. npx handoff verify proves it.';
}

function undertakingText(
    { place, plan, notes }: Undertaking,
    { style, width, isVerbose }: Pick<Output, 'style' | 'width' | 'isVerbose'>
): string {
    return [
        wrap(`In ${place}`, width),
        ...(plan.length === 0 ? [] : [planText(plan, { style, width, isVerbose })]),
        ...notes.map((note) => wrap(note, width))
    ].join('\n');
}

function planningStep(
    planning: readonly (() => Promise<Undertaking>)[],
    undertakings: Undertaking[]
): Step {
    return {
        title: 'Compare with what is there',
        run: async () => {
            for (const plan of planning) undertakings.push(await plan());
        }
    };
}

async function agreeByName(
    { ask }: Context,
    { place, typedName }: Undertaking,
    given: readonly string[]
): Promise<void> {
    if (typedName === null || given.includes(typedName)) return;
    if (given.length > 0) {
        throw new CliError(EXIT.usage, {
            code: 'production.other_name',
            message: `--production ${given.join(' and ')} is not the name of what is about to be changed.`,
            where: place,
            mend: `--production '${typedName}'`
        });
    }
    await ask.agreeByName(`This changes ${place}.`, typedName, `--yes --production '${typedName}'`);
}
