-- Office: makes the empty pages of a wave that opens.
GRANT INSERT ON participation_page TO chorus_office;
--> statement-breakpoint
-- Issuer: sets one bit and one tag. Knows who is invited, never the urn.
GRANT SELECT, UPDATE ON participation_page TO chorus_issuer;
--> statement-breakpoint
-- Urn: takes locked boxes in and cannot read them back, nor see who was invited. Gives out what everybody may check.
REVOKE SELECT ON cohort FROM chorus_urn;
--> statement-breakpoint
GRANT INSERT, SELECT (organisation, wave, nf, mac) ON urn TO chorus_urn;
--> statement-breakpoint
GRANT SELECT ON closed_cohort TO chorus_urn;
--> statement-breakpoint
-- Closer: opens the boxes with keys that are not in the database, and empties what collecting left.
GRANT SELECT, DELETE ON participation_page TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, DELETE, TRUNCATE ON urn TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, INSERT ON closed_cohort TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON cut_count, cut_complete TO chorus_closer;
--> statement-breakpoint
GRANT UPDATE (unbacked) ON wave TO chorus_closer;
