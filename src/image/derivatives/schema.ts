/** Counted in `user_version`. There are no migrations: a store of another version is made anew, which loses only time. */
export const VERSION = 1

/** Contents stand apart, in slices, so that what is said of a derivative can change without its bytes being rewritten. */
export const schema = `
CREATE TABLE derivative (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice, so that slices cannot be mixed up
  key BLOB NOT NULL UNIQUE,             -- of image version and plan
  image BLOB NOT NULL,                  -- of image version
  bytes INTEGER NOT NULL,
  checksum INTEGER NOT NULL,            -- CRC-32 of key and bytes; -1 while slices are still being added
  used INTEGER NOT NULL                 -- grows with each write; the least is the least recently used
) STRICT;
CREATE INDEX derivative_image ON derivative (image);
CREATE INDEX derivative_used ON derivative (used);
CREATE TABLE slice (
  derivative INTEGER NOT NULL,
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (derivative, number)
) STRICT;
`

/** Each with its reason. The first two count only while the file is empty. */
export const pragmas = [
  'page_size = 8192', // a tile in few pages
  'auto_vacuum = INCREMENTAL', // what is dropped is given back to the disc
  'journal_mode = WAL', // the server reads while ingest writes
  'journal_size_limit = 33554432',
  'wal_autocheckpoint = 128', // a megabyte at a time is copied back, while requests wait
  // Nothing here is worth waiting for the disc: after a power cut, what is wrong is found by its checksum.
  'synchronous = OFF',
]
