/** Where the coordinator's transactions are kept. */
export type { AppendFile, Disk } from "./disk.ts";
export { Journal, type JournalOptions, type OpenedJournal, openJournal } from "./journal.ts";
export { MemoryDisk } from "./memory-disk.ts";
export { openPosixDisk } from "./posix-disk.ts";
