// Says what is wrong with a file that a reader opens, and what to do.

export class FileError extends Error {}
