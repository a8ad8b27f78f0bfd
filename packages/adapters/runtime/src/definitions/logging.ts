import { supported } from "../flags/definition.ts";

/** The logging flags of every daemon. */
export const loggingFlags = supported({
  quiet: { type: "boolean", default: false, help: "Log nothing to standard error." },
  logging_level: {
    type: "string",
    default: "INFO",
    validate: validateLevel,
    help: "Least severe messages to log: INFO, WARNING or ERROR.",
  },
  log_dir: {
    type: "string",
    help: "Folder for log files, one series for each severity; made when missing. Standard error is still written to, unless --quiet is set. Without it nothing is logged to disk.",
  },
  logbufsecs: {
    type: "int",
    default: 0,
    min: 0,
    help: "Seconds that INFO messages may wait before they are written to files; 0 writes at once.",
  },
  initialize_driver_logging: {
    type: "boolean",
    default: true,
    help: "Taken for compatibility and without effect: there is no driver inside this program.",
  },
  external_log_file: {
    type: "string",
    help: "Log file that something else writes (such as syslog); shown by the web UI and the files API in place of the one in --log_dir.",
  },
});

function validateLevel(level: string): string | undefined {
  return ["INFO", "WARNING", "ERROR"].includes(level)
    ? undefined
    : `'${level}' is not a valid logging level. Possible values for 'logging_level' flag are: 'INFO', 'WARNING', 'ERROR'.`;
}
