/** The change log of the data, as the site reads it; empty where none has been written yet. */
import {
  type ChangeLog,
  EMPTY_LOG,
  isChangeLogFault,
  parseChangeLog,
} from "../core/changes/change-log.ts";

const texts = import.meta.glob<string>("../data/changes.ndjson", {
  query: "?raw",
  import: "default",
  eager: true,
});

function load(): ChangeLog {
  const [text] = Object.values(texts);
  if (text === undefined) return EMPTY_LOG;
  const log = parseChangeLog(text);
  if (isChangeLogFault(log))
    throw new Error(
      `src/data/changes.ndjson:${log.line}: this line ${log.fault}; npm run data:check says what to do.`,
    );
  return log;
}

/** What has happened to the data, the earliest first. */
export const changeLog: ChangeLog = load();
