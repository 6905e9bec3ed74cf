// The compiler of another room may not read our JavaScript (it lies outside that room's root), so the few functions used there are declared here.
export declare const projectRoot: string;
export declare const projectCache: string;
export declare const owner: string;
export declare const programs: Record<
  'api' | 'worker' | 'mailCatcher' | 'demonstration' | 'migrate' | 'firstAdministrator',
  string
>;

export declare function prepareDatabase(wish: {
  server: string;
  ownerPassword: string;
  database: string;
}): Promise<string>;

export declare function freePort(wish?: { remembered?: number; not?: number[] }): Promise<number>;

export declare function findProgram(name: string): string | undefined;

export declare function run(
  program: string,
  args: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string },
): Promise<{ code: number; output: string; stdout: string }>;

export declare function waitFor<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  options: { timeoutMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<T | undefined>;

export declare class SupervisedProgram {
  constructor(wish: {
    name: string;
    file: string;
    env: NodeJS.ProcessEnv;
    cwd: string;
    logFolder: string;
    onRestart?: (sentence: string) => void;
    onGiveUp?: (sentence: string, details: string[]) => void;
  });
  readonly logFile: string;
  readonly pid: number | undefined;
  start(): void;
  stop(hurry?: AbortSignal): Promise<void>;
  kill(): Promise<void>;
  lastLines(count?: number): string[];
}
