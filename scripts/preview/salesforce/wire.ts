/** The life of a wire adapter: asks when its configuration is complete, and again when told to. */
export interface Wired {
    readonly data: unknown;
    readonly error: unknown;
}
type Config = { readonly [name: string]: unknown };
type Emit = (value: Wired) => void;

export class Wire {
    readonly emit: Emit;
    readonly ask: (config: Config) => Promise<unknown>;
    config: Config | null = null;

    constructor(emit: Emit, ask: (config: Config) => Promise<unknown>) {
        this.emit = emit;
        this.ask = ask;
    }

    connect(): void {
        this.emit({ data: undefined, error: undefined });
    }

    disconnect(): void {
        this.config = null;
    }

    update(config: Config): void {
        const complete = Object.values(config).every((value) => value !== undefined);
        this.config = complete ? config : null;
        void this.refresh();
    }

    /** Asks again; an answer to an older configuration is dropped. */
    async refresh(): Promise<void> {
        const { config } = this;
        if (config === null) return;
        const wired = await this.ask(config).then(
            (data) => ({ data, error: undefined }),
            (error: unknown) => ({ data: undefined, error })
        );
        if (this.config === config) this.emit(wired);
    }
}
