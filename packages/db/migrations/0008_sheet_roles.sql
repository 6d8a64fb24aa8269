-- Office: makes the empty sheets of a wave that opens, writes the hashes of their codes and hands them out. It cannot read a hash back.
GRANT INSERT, SELECT (organisation, wave, cohort, slot, print, handed_out), UPDATE (code_hash, print, handed_out) ON sheet TO chorus_office;
--> statement-breakpoint
-- Issuer: finds the slot of a sheet by the hash of its code, and leaves no mark on it.
GRANT SELECT ON sheet TO chorus_issuer;
--> statement-breakpoint
-- Closer: empties what collecting left.
GRANT SELECT, DELETE ON sheet TO chorus_closer;
