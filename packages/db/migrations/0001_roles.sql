-- One role per stage, so that the promise does not hang on good manners: PostgreSQL itself refuses
-- whoever collects to read answers, and whoever reports to see anything but releases.
-- Roles belong to the whole cluster; two databases made at the same moment may race for them.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['chorus_office', 'chorus_issuer', 'chorus_urn', 'chorus_closer', 'chorus_reporter'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    BEGIN
      IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
        EXECUTE format('GRANT %I TO %I', role_name, current_user);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
-- Office: people, units, sign-in, programmes; opens waves. Knows names, never answers.
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation, unit, person, unit_lead, sign_in_link, session, programme TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_event, wave, cohort, participation_band TO chorus_office;
--> statement-breakpoint
GRANT INSERT ON roster, participation TO chorus_office;
--> statement-breakpoint
-- Issuer: hands out one ballot per invited person.
GRANT SELECT ON wave, cohort, roster TO chorus_issuer;
--> statement-breakpoint
GRANT SELECT, UPDATE ON participation TO chorus_issuer;
--> statement-breakpoint
GRANT SELECT, INSERT ON ballot, participation_band TO chorus_issuer;
--> statement-breakpoint
-- Urn: takes answers in and cannot read them, nor see who was invited.
GRANT SELECT ON wave, cohort, ballot TO chorus_urn;
--> statement-breakpoint
GRANT INSERT, SELECT (organisation, wave, commitment, digest) ON inbox TO chorus_urn;
--> statement-breakpoint
-- Closer: seals and publishes.
GRANT SELECT ON wave, cohort TO chorus_closer;
--> statement-breakpoint
GRANT UPDATE (stage, closed_on) ON wave TO chorus_closer;
--> statement-breakpoint
GRANT UPDATE (collected) ON cohort TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, DELETE ON roster, participation, ballot, inbox TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON sealed_response TO chorus_closer;
--> statement-breakpoint
GRANT SELECT, INSERT ON release, release_cell TO chorus_closer;
--> statement-breakpoint
-- Reporter: reads releases, and nothing else.
GRANT SELECT ON release, release_cell TO chorus_reporter;
