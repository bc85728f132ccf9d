import type Database from 'better-sqlite3';

/**
 * Keeps the reading connection in one read transaction from commit to commit. To begin and end one takes the
 * operating system's locks, a third of the cost of finding a volume, and between two commits of the only
 * process that writes there is nothing new to see.
 *
 * It must be left right before every commit: reads after that see it, and the checkpoint that a commit may
 * set off finds no reader that still needs the log, which could otherwise never start anew.
 */
export class SqliteSnapshot {
  readonly #begin: Database.Statement;
  readonly #end: Database.Statement;
  #open = false;

  constructor(reader: Database.Database) {
    this.#begin = reader.prepare('begin');
    this.#end = reader.prepare('commit');
  }

  enter(): void {
    if (this.#open) return;
    this.#begin.run();
    this.#open = true;
  }

  leave(): void {
    if (!this.#open) return;
    this.#end.run();
    this.#open = false;
  }
}
