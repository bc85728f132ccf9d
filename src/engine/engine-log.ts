/** Where the engine tells an operator what it does; a pino logger is one. */
export interface EngineLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const noLog: EngineLog = { info() {}, warn() {}, error() {} };
